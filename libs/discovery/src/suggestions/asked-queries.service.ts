import { JobHandler, jobKind } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, foldText, reportProblem } from '@app/kernel';
import type { IndexName, SearchAnswer } from '@app/search';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { AskedQueriesRepository, type AskedQuery } from './asked-queries.repository.js';

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
    return this.asked.deleteBefore(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
  }
}

const WRITE_AFTER_MS = 2_000;
/** Beyond this, questions are not kept rather than pile up while the database is slow. */
const MOST_WAITING = 5_000;
/** Addresses and numbers of persons: seven digits in a row, or an e-mail address. */
const PERSONAL = /\d[\d\s-]{5,}\d|@/;

/**
 * Keeps what was asked, for search health and suggestions. Questions are written a little later and together, so that
 * no reader waits for it; what looks like somebody's number or address is not kept at all.
 */
@Injectable()
export class AskedQueriesService implements BeforeApplicationShutdown {
  private waiting: AskedQuery[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly stored: AskedQueriesRepository,
    private readonly clock: Clock,
  ) {}

  /** Notes a question and what came of it. Further pages and answers without the engine say nothing new. */
  noteQuery(
    viewer: Viewer,
    asked: { index: IndexName; text?: string; page: number },
    answer: SearchAnswer & { broadened?: readonly unknown[] },
  ): void {
    const words = foldText(asked.text ?? '');
    if (words === '' || asked.page > 1 || answer.degraded || PERSONAL.test(words)) return;
    if (this.waiting.length >= MOST_WAITING) return;
    this.waiting.push({
      at: this.clock.now(),
      index: asked.index,
      words,
      hits: answer.total,
      relaxed: answer.relaxed !== undefined || (answer.broadened?.length ?? 0) > 0,
      readerId: viewer.userId,
    });
    this.timer ??= setTimeout(() => void this.writeQueries(), WRITE_AFTER_MS).unref();
  }

  /** Writes what waits; a failure loses it, and never a search. */
  async writeQueries(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const asked = this.waiting;
    this.waiting = [];
    if (asked.length === 0) return;
    await this.stored.insertQueries(asked).catch((error: unknown) => reportProblem('search log', error));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.writeQueries();
  }
}
