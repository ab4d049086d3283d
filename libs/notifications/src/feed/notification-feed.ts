import { ChannelFeed, DATABASE_URL, Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';

/** Carries the ids of new notifications to the processes where their receivers listen. */
@Injectable()
export class NotificationFeed extends ChannelFeed {
  protected readonly channel = 'notification';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }

  /** Announces notifications; their receivers hear of them when the running transaction commits, never otherwise. */
  announce(notifications: readonly { id: string; userId: string }[]): Promise<void> {
    return this.tell(notifications.map(({ id, userId }) => ({ key: userId, value: id })));
  }
}
