import './meeting-notices.texts.js';
import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { LoaderScope, type LocalizedText } from '@app/kernel';
import {
  EventRecipientsReader,
  type EventRegistration,
  EventRegistrationsReader,
  type MatchmakingEvent,
  MatchmakingEventsReader,
} from '@app/matchmaking-events';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { MeetingState } from '../booking/meeting.enums.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { MeetingRequestsRepository } from '../requests/meeting-requests.repository.js';

/** A side of a meeting with what it is to be told: with whom, when by the clock of the venue, where. */
interface ToldSide {
  readonly registrationId: string;
  readonly event: MatchmakingEvent;
  readonly other: LocalizedText;
  readonly starts: string;
  readonly table: string;
}

/** Reads what is told of meetings, for the platform itself: nothing here asks who is looking. */
@Injectable()
export class MeetingNoticeReader {
  constructor(
    readonly meetings: MeetingsRepository,
    readonly requests: MeetingRequestsRepository,
    readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** What each of two is told of something between them in a slot; none when the event is over for good. */
  async findToldSides(
    eventId: string,
    registrationIds: readonly [string, string],
    place: { slotId: string; tableId?: string },
  ): Promise<ToldSide[]> {
    const event = await this.events.findEvent(eventId);
    const [slot] = await this.grids.findSlotsByKey([place.slotId]);
    const [table] = place.tableId ? await this.grids.findTablesByKey([place.tableId]) : [];
    if (!event || event.cancelledAt || !slot) return [];
    const found = await this.registrations.findRegistrations(registrationIds);
    const names = new Map<string, LocalizedText>();
    for (const registration of found) names.set(registration.id, await this.nameOf(registration));
    const starts = DateTime.fromJSDate(slot.startsAt, { zone: event.zone }).toFormat('yyyy-MM-dd HH:mm');
    return registrationIds.flatMap((registrationId, i) => {
      const other = names.get(registrationIds[1 - i]!);
      return other ? [{ registrationId, event, other, starts, table: table?.label ?? '' }] : [];
    });
  }

  private async nameOf({ organizationId, companyName }: EventRegistration): Promise<LocalizedText> {
    const organization =
      organizationId && (await this.organizations.loadOrganization(new LoaderScope(), organizationId));
    const name = organization ? organization.name : (companyName ?? '');
    return { zh: name, en: (organization ? organization.nameEn : null) ?? name };
  }
}

/** Name of the deliveries of notices about meetings. */
export const MEETING_NOTICES = 'meeting-notices';

/** What is said of an agreed meeting, and the state in which that is still so. */
const OF_MEETINGS: Readonly<Record<string, { code: string; state: MeetingState } | undefined>> = {
  MeetingBooked: { code: 'NOTICE_MEETING_BOOKED', state: MeetingState.PUBLISHED },
  MeetingMoved: { code: 'NOTICE_MEETING_MOVED', state: MeetingState.PUBLISHED },
  MeetingStandInNamed: { code: 'NOTICE_MEETING_STAND_IN', state: MeetingState.PUBLISHED },
  MeetingCancelled: { code: 'NOTICE_MEETING_CANCELLED', state: MeetingState.CANCELLED },
};

/** What is said of a request for a meeting, and of one to move a meeting. */
const OF_REQUESTS = {
  meeting: { asked: 'NOTICE_MEETING_REQUESTED', declined: 'NOTICE_MEETING_REQUEST_DECLINED' },
  move: { asked: 'NOTICE_MEETING_TIME_PROPOSED', declined: 'NOTICE_MEETING_TIME_DECLINED' },
} as const;

declareEventConsumer({
  name: MEETING_NOTICES,
  types: [
    'MeetingSchedulePublished',
    'MeetingRequested',
    'MeetingTimeProposed',
    'MeetingRequestDeclined',
    ...Object.keys(OF_MEETINGS),
  ],
});

/** Tells the two sides of meetings what is agreed, moved and called off, and each participant once of a published schedule. */
@Injectable()
export class MeetingNotices extends NoticeConsumer {
  readonly consumer = MEETING_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly reader: MeetingNoticeReader,
    private readonly concerned: EventRecipientsReader,
  ) {
    super(transactions, notifier);
  }

  protected noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    if (delivery.type === 'MeetingSchedulePublished') return this.ofSchedule(delivery);
    return OF_MEETINGS[delivery.type] ? this.ofMeeting(delivery) : this.ofRequest(delivery);
  }

  /** However often it is delivered, a publication is told to each person once. */
  private async ofSchedule({ aggregateId, ids }: EventDelivery): Promise<Notice[]> {
    const event = await this.reader.events.findEvent(ids['eventId'] ?? '');
    if (!event || event.cancelledAt) return [];
    const meetings = await this.reader.meetings.countStandingMeetings(aggregateId);
    return (await this.concerned.findRegistrationRecipients(aggregateId)).map(
      ({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.MEETING_SCHEDULE,
        code: 'NOTICE_MEETING_SCHEDULE',
        params: { event: event.title, meetings },
        target: { type: 'MatchmakingEvent', key: event.id },
        organizationId: organizationId ?? undefined,
        origin: `meeting-schedule:${ids['publicationId'] ?? ''}:${aggregateId}`,
      }),
    );
  }

  private async ofMeeting(delivery: EventDelivery): Promise<Notice[]> {
    const said = OF_MEETINGS[delivery.type];
    const meeting = await this.reader.meetings.findMeeting(delivery.aggregateId);
    // What was overtaken meanwhile is told by what overtook it.
    if (!said || meeting?.state !== said.state) return [];
    const sides = await this.reader.findToldSides(
      meeting.eventId,
      [meeting.buyerRegistrationId, meeting.supplierRegistrationId],
      meeting,
    );
    const reason = meeting.cancellationReason ?? '';
    const notices = sides.map((side) =>
      this.toSide(side, NotificationKind.MEETING_SCHEDULE, said.code, originOf(delivery), reason),
    );
    return (await Promise.all(notices)).flat();
  }

  /** Who was asked hears of the request, who asked of a refusal; a yes is told with the meeting. */
  private async ofRequest(delivery: EventDelivery): Promise<Notice[]> {
    const request = await this.reader.requests.findRequest(delivery.aggregateId);
    if (!request) return [];
    const { eventId, fromRegistrationId, toRegistrationId } = request;
    const sides = await this.reader.findToldSides(eventId, [fromRegistrationId, toRegistrationId], request);
    const asked = delivery.type !== 'MeetingRequestDeclined';
    const told = sides.find(
      ({ registrationId }) => registrationId === (asked ? toRegistrationId : fromRegistrationId),
    );
    if (!told) return [];
    const code = OF_REQUESTS[request.meetingId ? 'move' : 'meeting'][asked ? 'asked' : 'declined'];
    return this.toSide(told, NotificationKind.MEETING_REQUEST, code, originOf(delivery));
  }

  private async toSide(
    { registrationId, event, other, starts, table }: ToldSide,
    kind: NotificationKind,
    code: string,
    origin: string,
    reason = '',
  ): Promise<Notice[]> {
    return (await this.concerned.findRegistrationRecipients(registrationId)).map(
      ({ userId, organizationId }) => ({
        userIds: [userId],
        kind,
        code,
        params: { event: event.title, zone: event.zone, starts, table, reason },
        words: { organization: other },
        target: { type: 'MatchmakingEvent', key: event.id },
        organizationId: organizationId ?? undefined,
        origin,
      }),
    );
  }
}
