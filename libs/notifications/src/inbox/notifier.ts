import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { NotificationFeed } from '../feed/notification-feed.js';
import { NoticeMessages } from './notice-messages.js';
import type { Notice } from './notice.js';
import { NotificationChannel } from './notification-kind.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { NotificationsRepository } from './notifications.repository.js';
import { ReceiversRepository } from './receivers.repository.js';

/** Tells persons something, by the ways they want, once for each reason; part of the running transaction. */
@Injectable()
export class Notifier {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: NotificationsRepository,
    private readonly receivers: ReceiversRepository,
    private readonly preferences: NotificationPreferences,
    private readonly messages: NoticeMessages,
    private readonly feed: NotificationFeed,
  ) {}

  /** Tells them; whoever was told before is left in peace. Gives how many were told. */
  tell(...notices: readonly Notice[]): Promise<number> {
    const userIds = [...new Set(notices.flatMap((notice) => notice.userIds))];
    if (userIds.length === 0) return Promise.resolve(0);
    return this.transactions.run(async () => {
      const receivers = new Map((await this.receivers.of(userIds)).map((r) => [r.userId, r]));
      const wants = await this.preferences.wishesOf(userIds);
      const wasTold = await this.notifications.toldFor(
        userIds,
        notices.flatMap(({ follows }) => follows ?? []),
      );
      const orders = notices.flatMap((notice) =>
        [...new Set(notice.userIds)].flatMap((userId) => {
          const receiver = receivers.get(userId);
          if (!receiver || (notice.follows && !wasTold(userId, notice.follows))) return [];
          const possible = notice.only ?? Object.values(NotificationChannel);
          const ways = possible.filter((way) => wants(userId, notice.kind, way));
          return [{ notice, receiver, ways, row: this.messages.row(notice, userId, ways) }];
        }),
      );
      const added = await this.notifications.add(orders.map(({ row }) => row));
      const fresh = orders.filter(({ row }) => added.has(row.id));
      for (const { notice, receiver, ways } of fresh) await this.messages.send(notice, receiver, ways);
      await this.feed.announce(fresh.flatMap(({ row }) => (row.listed ? [row] : [])));
      return fresh.length;
    });
  }
}
