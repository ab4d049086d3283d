import { ChannelFeed, DATABASE_URL, Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';

/** Carries that the numbers of an event have changed; the database itself tells it, whoever changed them. */
@Injectable()
export class EventNumbersFeed extends ChannelFeed {
  protected readonly channel = 'event_numbers';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }
}
