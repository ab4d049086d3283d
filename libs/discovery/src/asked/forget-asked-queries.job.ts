import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AskedQueriesRepository } from './asked-queries.repository.js';

const FORGET = jobKind<Record<string, never>>('forget-asked-queries', { expireSeconds: 600, retries: 0 });

const DAY_MS = 86_400_000;
/** How long questions to the search box are kept. */
export const KEPT_DAYS = 90;

/** Every night: forgets what was asked too long ago. */
@Injectable()
export class ForgetAskedQueriesJob extends JobHandler<Record<string, never>> {
  readonly kind = FORGET;
  override readonly timer = { cron: '41 3 * * *', order: {} };

  constructor(
    private readonly asked: AskedQueriesRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  handle(): Promise<void> {
    return this.asked.forgetBefore(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
  }
}
