import {
  ChannelFeed,
  DATABASE_URL,
  type EventDelivery,
  type RelayHandler,
  Transactions,
} from '@app/database';
import { IdentifierKind, MessageSender } from '@app/identity';
import { Clock, encodeGlobalId, newId } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { isNotice, type Notice, noticeParams } from './notice.js';
import { NotificationChannel } from './notification-kind.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';
import { type NewNotification, NotificationsRepository } from './notifications.repository.js';
import { PublicLinks } from './public-links.js';
import { type Receiver, ReceiversReader } from './receivers.reader.js';

/** Carries the ids of new notifications to the processes where their receivers listen. */
@Injectable()
export class NotificationFeed extends ChannelFeed {
  protected readonly channel = 'notification';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }

  /** Announces notifications; receivers hear of them when the running transaction commits. */
  announceNotifications(notifications: readonly { id: string; userId: string }[]): Promise<void> {
    return this.tell(notifications.map(({ id, userId }) => ({ key: userId, value: id })));
  }
}

/** A message that could not leave within three days is out of date. */
const MAX_MESSAGE_AGE_MS = 3 * 86_400_000;

const IDENTIFIER_OF = {
  [NotificationChannel.EMAIL]: IdentifierKind.EMAIL,
  [NotificationChannel.SMS]: IdentifierKind.PHONE,
} as const;

const MESSAGES = [NotificationChannel.EMAIL, NotificationChannel.SMS] as const;

/** Notifies persons by the channels they want, once for each reason. Joins the running transaction. */
@Injectable()
export class Notifier {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: NotificationsRepository,
    private readonly receivers: ReceiversReader,
    private readonly preferences: NotificationPreferencesService,
    private readonly sender: MessageSender,
    private readonly links: PublicLinks,
    private readonly feed: NotificationFeed,
    private readonly clock: Clock,
  ) {}

  /** Sends notices, except to persons who had one for the same reason before. Returns how many persons were notified. */
  notifyUsers(...notices: readonly Notice[]): Promise<number> {
    const userIds = [...new Set(notices.flatMap((notice) => notice.userIds))];
    if (userIds.length === 0) return Promise.resolve(0);
    return this.transactions.run(async () => {
      const receivers = new Map((await this.receivers.findReceivers(userIds)).map((r) => [r.userId, r]));
      const wants = await this.preferences.findWishes(userIds);
      const wasTold = await this.notifications.findEarlierReceivers(
        userIds,
        notices.flatMap(({ follows }) => follows ?? []),
      );
      const orders = notices.flatMap((notice) =>
        [...new Set(notice.userIds)].flatMap((userId) => {
          const receiver = receivers.get(userId);
          if (!receiver || (notice.follows && !wasTold(userId, notice.follows))) return [];
          const possible = notice.only ?? Object.values(NotificationChannel);
          const ways = possible.filter((way) => wants(userId, notice.kind, way));
          return [{ notice, receiver, ways, row: this.createRow(notice, userId, ways) }];
        }),
      );
      const added = await this.notifications.insertNotifications(orders.map(({ row }) => row));
      const fresh = orders.filter(({ row }) => added.has(row.id));
      for (const { notice, receiver, ways } of fresh) await this.sendMessages(notice, receiver, ways);
      await this.feed.announceNotifications(fresh.flatMap(({ row }) => (row.listed ? [row] : [])));
      return fresh.length;
    });
  }

  /** The row of one person; throws for an undeclared notice. */
  private createRow(notice: Notice, userId: string, ways: readonly NotificationChannel[]): NewNotification {
    if (!isNotice(notice.code)) throw new Error(`no sentences for the notice ${notice.code}`);
    return {
      id: newId(),
      userId,
      organizationId: notice.organizationId ?? null,
      kind: notice.kind,
      code: notice.code,
      params: notice.params ?? {},
      words: notice.words ?? {},
      targetType: notice.target?.type ?? null,
      targetKey: notice.target?.key ?? null,
      origin: notice.origin,
      listed: ways.includes(NotificationChannel.IN_APP),
      createdAt: this.clock.now(),
    };
  }

  /** Orders the wanted messages to the first verified address and number of a person. */
  private async sendMessages(
    notice: Notice,
    receiver: Receiver,
    ways: readonly NotificationChannel[],
  ): Promise<void> {
    const { code, params = {}, words = {} } = notice;
    const link = notice.target
      ? this.links.toThing(encodeGlobalId(notice.target.type, notice.target.key))
      : this.links.toStart();
    for (const way of MESSAGES) {
      const to = receiver.identifiers.find(({ kind }) => kind === IDENTIFIER_OF[way]);
      if (!to || !ways.includes(way)) continue;
      await this.sender.send({
        to,
        template: code,
        params: { ...noticeParams({ code, params, words }, receiver.locale), link, ...notice.messageParams },
        locale: receiver.locale,
        uselessAfter: new Date(this.clock.now().getTime() + MAX_MESSAGE_AGE_MS),
      });
    }
  }
}

/** Turns domain events into notices. A repeated delivery notifies nobody again, because the event is the reason. */
export abstract class NoticeConsumer implements RelayHandler {
  abstract readonly consumer: string;
  readonly batch = 50;

  constructor(
    private readonly transactions: Transactions,
    private readonly notifier: Notifier,
  ) {}

  /** Handles each delivery in a transaction of its own; one that fails does not hold up the others. */
  async handle(deliveries: readonly EventDelivery[]): Promise<{ id: string; reason: string }[]> {
    const failed: { id: string; reason: string }[] = [];
    for (const delivery of deliveries) {
      try {
        await this.transactions.run(async () => {
          await this.notifier.notifyUsers(...(await this.noticesOf(delivery)));
        });
      } catch (error) {
        failed.push({ id: delivery.id, reason: String(error) });
      }
    }
    return failed;
  }

  /** The notices of an event, from the present state. */
  protected abstract noticesOf(delivery: EventDelivery): Promise<readonly Notice[]>;
}

/** The reason of a notice that follows from an event. */
export function originOf(delivery: Pick<EventDelivery, 'eventId'>): string {
  return `event:${delivery.eventId}`;
}
