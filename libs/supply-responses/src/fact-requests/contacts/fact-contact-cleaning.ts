import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { FactRequestsRepository } from '../fact-requests.repository.js';

const DAY_MS = 86_400_000;
/** So long after its end a link's contact may still matter: a question where it went, a claim that names it. */
const KEPT_DAYS = 90;

export const FACT_CONTACT_CLEANING = jobKind<Record<string, never>>('matching.forget-fact-contacts', {
  expireSeconds: 300,
});

/** Forgets every night where links were sent that ended a quarter ago. */
@Injectable()
export class FactContactCleaning extends JobHandler<Record<string, never>> {
  readonly kind = FACT_CONTACT_CLEANING;
  override readonly timer = { cron: '17 3 * * *', order: {} };

  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  handle(): Promise<void> {
    return this.requests.forgetContacts(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
  }
}
