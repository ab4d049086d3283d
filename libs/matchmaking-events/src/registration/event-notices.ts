import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { EventRecipientsReader } from './event-notices.repository.js';
import './event-notices.texts.js';

/** Name of the deliveries of notices about events as a whole. */
export const EVENT_NOTICES = 'event-notices';

declareEventConsumer({
  name: EVENT_NOTICES,
  types: ['MatchmakingEventCancelled', 'MatchmakingEventMoved', 'CoOrganizerInvited'],
});

const EDITORS = [MemberRole.OWNER, MemberRole.EDITOR];

/** Tells everybody registered when an event is called off, once, or moved; and whom organizers ask to join them. */
@Injectable()
export class EventNotices extends NoticeConsumer {
  readonly consumer = EVENT_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly events: MatchmakingEventsRepository,
    private readonly concerned: EventRecipientsReader,
    private readonly memberships: Memberships,
    private readonly organizations: OrganizationsLoader,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const event = await this.events.findEvent(delivery.aggregateId);
    if (!event) return [];
    if (delivery.type === 'CoOrganizerInvited') return this.asked(event, delivery.ids['coOrganizerId'] ?? '');
    const cancelled = event.cancelledAt !== null;
    // Of a move that was followed by the end of it all nobody needs to hear.
    if (cancelled && delivery.type === 'MatchmakingEventMoved') return [];
    const { title, zone, startsLocal, endsLocal } = event;
    const [starts, ends] = [startsLocal.replace('T', ' '), endsLocal.replace('T', ' ')];
    const params = { event: title, zone, starts, ends };
    return (await this.concerned.findEventRecipients(event.id)).map(({ userId, organizationId }) => ({
      userIds: [userId],
      kind: NotificationKind.EVENT_CHANGED,
      code: cancelled ? 'NOTICE_EVENT_CANCELLED' : 'NOTICE_EVENT_MOVED',
      params: { ...params, reason: event.cancellationReason ?? '' },
      target: { type: 'MatchmakingEvent', key: event.id },
      organizationId: organizationId ?? undefined,
      origin: cancelled ? `event-cancelled:${event.id}` : originOf(delivery),
    }));
  }

  private async asked(event: MatchmakingEvent, organizationId: string): Promise<Notice[]> {
    if (!event.invitedCoOrganizerIds.includes(organizationId)) return [];
    const members = await this.memberships.peopleOf([organizationId], EDITORS);
    const organizer = await this.nameOf(event.organizationId);
    return members.map(({ userId }) => ({
      userIds: [userId],
      kind: NotificationKind.CO_ORGANIZER_INVITED,
      code: 'NOTICE_CO_ORGANIZER_INVITED',
      params: { event: event.title },
      words: { organizer },
      target: { type: 'MatchmakingEvent', key: event.id },
      organizationId,
      origin: `co-organizer:${event.id}:${organizationId}`,
    }));
  }

  private async nameOf(organizationId: string): Promise<LocalizedText> {
    const organization = await this.organizations.load(new LoaderScope(), organizationId);
    if (!organization) throw new Error(`an event of an unknown organization ${organizationId}`);
    return { zh: organization.name, en: organization.nameEn ?? organization.name };
  }
}
