import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** What a person was told and how the person wants to be told; with the account it goes, unsent messages included. */
@Injectable()
export class NotificationsHolder extends StoredDataHolder {
  readonly section = 'notifications';
  readonly columns = ['notification.user_id', 'notification_preference.user_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      received: await this.transactions.query<object>(
        `select created_at as "createdAt", organization_id as "organizationId", kind, code, params, words,
                target_type as "targetType", target_key as "targetKey", read_at as "readAt"
           from notification where user_id = $1 order by id`,
        [userId],
      ),
      preferences: await this.transactions.query<object>(
        'select kind, channel, wanted from notification_preference where user_id = $1 order by kind, channel',
        [userId],
      ),
    };
  }

  async erase({ userId, identifiers }: DataSubject): Promise<void> {
    await this.transactions.query('delete from notification where user_id = $1', [userId]);
    await this.transactions.query('delete from notification_preference where user_id = $1', [userId]);
    await this.transactions.query('delete from outgoing_message where recipient = any($1)', [
      identifiers.map(({ value }) => value),
    ]);
  }
}
