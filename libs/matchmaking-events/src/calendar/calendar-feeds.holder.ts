import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** That a person has a calendar feed; the secret address itself is not kept. With the account it goes. */
@Injectable()
export class CalendarFeedsHolder extends StoredDataHolder {
  readonly section = 'calendarFeed';
  readonly columns = ['calendar_feed.user_id'];

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
