import { JobHandler, jobKind, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { SchedulingBook } from './scheduling-book.js';

/** Closes runs of the scheduler at which nobody works any more, so that organizers are told instead of waiting. */
@Injectable()
export class CloseDeadRunsJob extends JobHandler {
  readonly kind = jobKind('close-dead-runs', { expireSeconds: 60 });
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly book: SchedulingBook,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Each in a transaction of its own, looked at under its lock: two sweeps at once close a run once. */
  async handle(): Promise<void> {
    for (const id of await this.book.silent(this.clock.now()))
      await this.transactions.run(async () => {
        const run = await this.book.runs.lock(id);
        if (run) await this.book.closeIfAbandoned(run, this.clock.now());
      });
  }
}
