import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import { EventRecipientsReader, type EventRegistration } from '@app/matchmaking-events';
import {
  defineNotice,
  type Notice,
  NoticeConsumer,
  NotificationKind,
  Notifier,
  originOf,
} from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type QueueNumber, QueueNumberState } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import { type HostedQueue, QueueReader } from './queue.reader.js';

defineNotice('NOTICE_QUEUE_CALLED', {
  title: { zh: '叫到您的号码了', en: 'Your number is called' },
  text: {
    zh: '“{event}”：{number} 号，请到{table}，{organization}在等您。',
    en: 'Number {number} at “{event}”: please come to table {table}, where {organization} waits for you.',
  },
});

defineNotice('NOTICE_QUEUE_NEAR', {
  title: { zh: '快到您的号码了', en: 'Your number is near' },
  text: {
    zh: '“{event}”：您在{table}（{organization}）的 {number} 号前面还有 {ahead} 位，请准备。',
    en: 'At “{event}” {ahead} wait before your number {number} at table {table} ({organization}). Please get ready.',
  },
});

/** Name of the deliveries of notices about call numbers. */
export const QUEUE_NOTICES = 'queue-notices';

/** So many of those who wait are told, once each, that it is nearly their turn. */
const NEAR = 2;

declareEventConsumer({ name: QUEUE_NOTICES, types: ['QueueNumberCalled'] });

/** Tells who is called, and who is next, as often as there is news. */
@Injectable()
export class QueueNotices extends NoticeConsumer {
  readonly consumer = QUEUE_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly tables: QueueTablesRepository,
    private readonly queues: QueueReader,
    private readonly concerned: EventRecipientsReader,
    private readonly organizations: OrganizationsReader,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const number = await this.tables.findNumber(delivery.aggregateId);
    if (!number) return [];
    const found = await this.queues.findQueue(number.queueTableId);
    if (found.event.cancelledAt) return [];
    const host = await this.nameOf(found.host);
    // A call that is over by now is no news any more.
    const called =
      number.state === QueueNumberState.CALLED
        ? await this.toWaiting(found, number, {
            code: 'NOTICE_QUEUE_CALLED',
            origin: originOf(delivery),
            host,
          })
        : [];
    const next = await this.tables.findWaitingNumbers(number.queueTableId, NEAR);
    const near = await Promise.all(
      next.map((waiting, ahead) =>
        this.toWaiting(found, waiting, {
          code: 'NOTICE_QUEUE_NEAR',
          origin: `queue-near:${waiting.id}`,
          host,
          ahead,
        }),
      ),
    );
    return [...called, ...near.flat()];
  }

  private async toWaiting(
    { event, place }: HostedQueue,
    { registrationId, number }: QueueNumber,
    said: { code: string; origin: string; host: LocalizedText; ahead?: number },
  ): Promise<Notice[]> {
    const { code, origin, host, ahead = 0 } = said;
    return (await this.concerned.findRegistrationRecipients(registrationId)).map(
      ({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.MEETING_REMINDER,
        code,
        params: { event: event.title, table: place.label, number, ahead },
        words: { organization: host },
        target: { type: 'MatchmakingEvent', key: event.id },
        organizationId: organizationId ?? undefined,
        origin,
      }),
    );
  }

  private async nameOf({ organizationId, companyName }: EventRegistration): Promise<LocalizedText> {
    const organization =
      organizationId && (await this.organizations.loadOrganization(new LoaderScope(), organizationId));
    const name = organization ? organization.name : (companyName ?? '');
    return { zh: name, en: (organization ? organization.nameEn : null) ?? name };
  }
}
