import { ChannelFeed, DATABASE_URL, Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';

/** Carries that runs of the scheduler have got on, from the worker to where organizers watch. */
@Injectable()
export class SchedulingFeed extends ChannelFeed {
  protected readonly channel = 'scheduling_run';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }

  /** Announces that a run has got on. */
  announce(runId: string): Promise<void> {
    return this.tell([{ key: runId, value: runId }]);
  }
}
