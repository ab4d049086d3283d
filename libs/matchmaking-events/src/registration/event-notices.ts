import './registration.texts.js';
import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { MemberRole, Memberships } from '@app/identity';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { EventRecipientsReader } from './event-recipients.reader.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsReader } from './event-registrations.reader.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import { REGISTRATION_EVENTS } from './event-waitlist.service.js';
import { RegistrationState } from './registration.enums.js';

/** Name of the deliveries of notices about events as a whole. */
const EVENT_NOTICES = 'event-notices';

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
    private readonly organizations: OrganizationsReader,
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
    const organization = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
    if (!organization) throw new Error(`an event of an unknown organization ${organizationId}`);
    return { zh: organization.name, en: organization.nameEn ?? organization.name };
  }
}

/** Name of the deliveries of notices about registrations. */
const REGISTRATION_NOTICES = 'registration-notices';

declareEventConsumer({ name: REGISTRATION_NOTICES, types: REGISTRATION_EVENTS });

/** The event after which a registration stands there, and what is then said; whoever withdraws knows it. */
const CODES: Readonly<Record<string, { state: RegistrationState; code: string } | undefined>> = {
  EventRegistrationRequested: {
    state: RegistrationState.REQUESTED,
    code: 'NOTICE_EVENT_REGISTRATION_REQUESTED',
  },
  EventRegistrationConfirmed: {
    state: RegistrationState.CONFIRMED,
    code: 'NOTICE_EVENT_REGISTRATION_CONFIRMED',
  },
  EventRegistrationWaitlisted: {
    state: RegistrationState.WAITLISTED,
    code: 'NOTICE_EVENT_REGISTRATION_WAITLISTED',
  },
  EventPlaceOffered: { state: RegistrationState.OFFERED, code: 'NOTICE_EVENT_PLACE_OFFERED' },
  EventPlaceLapsed: { state: RegistrationState.LAPSED, code: 'NOTICE_EVENT_PLACE_LAPSED' },
  EventRegistrationDeclined: {
    state: RegistrationState.DECLINED,
    code: 'NOTICE_EVENT_REGISTRATION_DECLINED',
  },
};

/** Tells organizations where their registrations stand, and organizers what waits for them. */
@Injectable()
export class RegistrationNotices extends NoticeConsumer {
  readonly consumer = REGISTRATION_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly registrations: EventRegistrationsReader,
    private readonly concerned: EventRecipientsReader,
    private readonly memberships: Memberships,
    private readonly organizations: OrganizationsReader,
    private readonly representatives: EventRepresentativesRepository,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const said = CODES[delivery.type];
    const found = said && (await this.registrations.findRegistrationWithEvent(delivery.aggregateId));
    // What was overtaken meanwhile is told by what overtook it.
    if (!found || found.registration.state !== said.state) return [];
    const { registration, event } = found;
    if (said.state === RegistrationState.REQUESTED) return this.toOrganizers(registration, event, delivery);
    return (await this.concerned.findRegistrationRecipients(registration.id)).map(({ userId }) => ({
      userIds: [userId],
      kind: NotificationKind.EVENT_REGISTRATION,
      code: said.code,
      params: { event: event.title, zone: event.zone, until: untilOf(registration, event) },
      target: { type: 'EventRegistration', key: registration.id },
      organizationId: registration.organizationId ?? undefined,
      origin: originOf(delivery),
    }));
  }

  private async toOrganizers(
    registration: EventRegistration,
    event: MatchmakingEvent,
    delivery: EventDelivery,
  ): Promise<Notice[]> {
    const houses = [event.organizationId, ...event.coOrganizerIds];
    const members = await this.memberships.peopleOf(houses, [MemberRole.OWNER, MemberRole.EDITOR]);
    const who = await this.nameOf(registration);
    if (!who) return [];
    return members.map((member) => ({
      userIds: [member.userId],
      kind: NotificationKind.EVENT_REGISTRATION_RECEIVED,
      code: 'NOTICE_EVENT_REGISTRATION_REQUESTED',
      params: { event: event.title },
      words: { organization: who },
      target: { type: 'EventRegistration', key: registration.id },
      organizationId: member.organizationId,
      origin: originOf(delivery),
    }));
  }

  /** The organization, or the visitor with the company that the visitor named. */
  private async nameOf({
    id,
    organizationId,
    companyName,
  }: EventRegistration): Promise<LocalizedText | null> {
    if (organizationId) {
      const organization = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
      return organization && { zh: organization.name, en: organization.nameEn ?? organization.name };
    }
    const [visitor] = await this.representatives.findRepresentatives([id]);
    if (!visitor) return null;
    const { name } = visitor;
    return companyName
      ? { zh: `${name}（${companyName}）`, en: `${name} (${companyName})` }
      : { zh: name, en: name };
  }
}

/** Until when the place is kept, by the clock of the venue. */
function untilOf({ offerExpiresAt }: EventRegistration, { zone }: MatchmakingEvent): string {
  return offerExpiresAt ? DateTime.fromJSDate(offerExpiresAt, { zone }).toFormat('yyyy-MM-dd HH:mm') : '';
}
