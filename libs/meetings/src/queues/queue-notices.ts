import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import { EventRecipientsReader, type EventRegistration } from '@app/matchmaking-events';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type QueueCase, QueueCases } from './queue-cases.js';
import './queue-notices.texts.js';
import type { QueueNumber } from './queue-table.entity.js';
import { QueueNumberState } from './queue.enums.js';

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
    private readonly cases: QueueCases,
    private readonly concerned: EventRecipientsReader,
    private readonly organizations: OrganizationsLoader,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const number = await this.cases.tables.findNumber(delivery.aggregateId);
    if (!number) return [];
    const found = await this.cases.of(number.queueTableId);
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
    const next = await this.cases.tables.waitingAt(number.queueTableId, NEAR);
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
    { event, place }: QueueCase,
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
    const organization = organizationId && (await this.organizations.load(new LoaderScope(), organizationId));
    const name = organization ? organization.name : (companyName ?? '');
    return { zh: name, en: (organization ? organization.nameEn : null) ?? name };
  }
}
