import { Transactions } from '@app/database';
import {
  type DataSubject,
  type ExportedValue,
  PersonalDataHolder,
  PersonalDataRegistry,
} from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** That a person has a calendar feed; the secret address itself is not kept. With the account it goes. */
@Injectable()
export class CalendarFeedsHolder extends PersonalDataHolder implements OnModuleInit {
  readonly section = 'calendarFeed';
  readonly columns = ['calendar_feed.user_id'];

  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      'select created_at as "createdAt" from calendar_feed where user_id = $1',
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('delete from calendar_feed where user_id = $1', [userId]);
  }
}
