import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** At which events a person came in, and whom a person let in. Counts stay when the account goes; who it was does not. */
@Injectable()
export class CheckInsHolder extends StoredDataHolder {
  readonly section = 'eventCheckIns';
  readonly columns = ['event_check_in.checked_in_by'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      came: await this.transactions.query<object>(
        `select c.event_id as "eventId", c.at, c.device from event_check_in c
           join event_representative p on p.id = c.representative_id where p.user_id = $1 order by c.at`,
        [userId],
      ),
      letIn: await this.transactions.query<object>(
        'select event_id as "eventId", at, device from event_check_in where checked_in_by = $1 order by at',
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update event_check_in set checked_in_by = null where checked_in_by = $1', [
      userId,
    ]);
  }
}
