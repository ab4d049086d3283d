import { DomainEvents } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, ForbiddenError, newId, NotFoundError } from '@app/kernel';
import {
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  OwnEventsService,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { BOOKING_CONSTRAINTS } from '../booking/meeting-booking.service.js';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { type Meeting, seatsOf } from '../booking/meeting.entity.js';
import { MeetingState } from '../booking/meeting.enums.js';
import { maySeeMeeting } from '../booking/meeting.policy.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { EventFactsReader } from '../scheduling/event-facts.reader.js';
import { SchedulingRunsRepository } from '../scheduling/scheduling-runs.repository.js';
import { SchedulingActiveError } from '../scheduling/scheduling.texts.js';
import { WishLevel } from '../wishes/meeting-wish.entity.js';
import { MeetingWishesRepository } from '../wishes/meeting-wishes.repository.js';
import { movesOf } from './meeting-moves.js';
import { type Publication, type PublicationFacts, publicationOf } from './publication.js';
import { PublishObstacle } from './publishing.enums.js';
import {
  type MeetingMoveType,
  NothingToPublishError,
  PublishSchedulePayload,
  type PublishScheduleResult,
} from './publishing.graphql.js';

/** An event whose schedule is published; the caller acts for `organizationId`. */
export interface SchedulePublication {
  readonly eventId: string;
  readonly organizationId: string;
}

/** The reason that both sides read when a new schedule has no place for their meeting. */
const DROPPED_REASON = '排程调整 · The schedule was changed';

/** Obstacles that come from decisions of the two sides: their provisional meeting is deleted. */
const DECIDED_BY_THE_TWO: readonly PublishObstacle[] = [
  PublishObstacle.AGREED_MEANWHILE,
  PublishObstacle.CANCELLED_MEANWHILE,
  PublishObstacle.NOT_WANTED,
  PublishObstacle.WITHDRAWN,
];

/** Publishes the provisional schedule of an event, and checks where a meeting could be moved. For organizers. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly own: OwnEventsService,
    private readonly matchmakingEvents: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly runs: SchedulingRunsRepository,
    private readonly facts: EventFactsReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * For every slot of the event, in order of time, the rules that the meeting would break there. Throws FORBIDDEN for the
   * two sides of the meeting, NOT_FOUND for others.
   */
  async findMoves(viewer: Viewer, meetingId: string): Promise<MeetingMoveType[]> {
    const meeting = await this.meetings.findMeeting(meetingId);
    const event = meeting && (await this.matchmakingEvents.findEvent(meeting.eventId));
    if (!meeting || !event || !maySeeMeeting(viewer, await this.sides.findSides(meeting)))
      throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return movesOf(meeting, await this.facts.readFacts(event.id));
  }

  /**
   * Publishes in one transaction what fits next to meetings agreed in the meantime. The rest stays provisional and is
   * reported. Two calls at once run one after the other; the second finds nothing to publish.
   */
  publishSchedule(
    viewer: Viewer,
    { eventId, organizationId }: SchedulePublication,
  ): Promise<PublishScheduleResult> {
    return this.runner.runChange<PublishScheduleResult>(async () => {
      const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
      if (await this.runs.lockActiveRun(eventId)) return new SchedulingActiveError();
      const { facts, dropped } = await this.lockSchedule(eventId);
      if (facts.provisional.length + dropped.length === 0) return new NothingToPublishError();
      const publication = publicationOf(facts);
      const moved = publication.publishable.filter(({ meeting }) => meeting.replacesId).length;
      await this.writeSchedule(publication, { dropped, standing: facts.standing });
      await this.recordPublication(eventId, publication, dropped);
      return new PublishSchedulePayload(event, {
        published: publication.publishable.length - moved,
        moved,
        cancelled: dropped.length,
        obstructed: publication.obstructed,
      });
    }, BOOKING_CONSTRAINTS);
  }

  /** Reads the meetings of an event and locks them and all bookings there. */
  private async lockSchedule(eventId: string): Promise<{ facts: PublicationFacts; dropped: Meeting[] }> {
    const slots = await this.grids.findSlots([eventId]);
    const confirmed = await this.registrations.findConfirmedRegistrations(eventId);
    await this.meetings.lockBookingKeys([...slots, ...confirmed].map(({ id }) => id));
    const ids = (await this.meetings.findUncancelledMeetings(eventId)).map(({ id }) => id);
    const all = await this.meetings.lockMeetings(ids);
    const droppedIds = new Set(await this.runs.findDroppedMeetingIds(eventId));
    const dropped = all.filter((meeting) => droppedIds.has(meeting.id) && meeting.movable);
    const wishes = await this.wishes.findWishesFrom(confirmed.map(({ id }) => id));
    const refused = wishes.filter(({ level }) => level === WishLevel.NO);
    return {
      dropped,
      facts: {
        now: this.clock.now(),
        provisional: all.filter(({ state }) => state === MeetingState.PROVISIONAL),
        standing: all.filter(
          (meeting) => meeting.state !== MeetingState.PROVISIONAL && !dropped.includes(meeting),
        ),
        tableIds: (await this.grids.findTables([eventId])).map(({ id }) => id),
        slotStarts: new Map(slots.map(({ id, startsAt }) => [id, startsAt])),
        confirmed: new Set(confirmed.map(({ id }) => id)),
        refused: new Set(
          refused.flatMap(({ fromRegistrationId: from, toRegistrationId: to }) => [
            `${from} ${to}`,
            `${to} ${from}`,
          ]),
        ),
      },
    };
  }

  /** Cancels dropped meetings, moves replaced ones, seats new ones and deletes provisional meetings that are settled. */
  private async writeSchedule(
    { publishable, obstructed }: Publication,
    { dropped, standing }: { dropped: readonly Meeting[]; standing: readonly Meeting[] },
  ): Promise<void> {
    const at = this.clock.now();
    for (const meeting of dropped) meeting.cancel(DROPPED_REASON, at);
    const byId = new Map(standing.map((meeting) => [meeting.id, meeting]));
    const settled = publishable.map(({ meeting, tableId }) => {
      const replaced = meeting.replacesId ? byId.get(meeting.replacesId) : undefined;
      return (replaced ?? meeting).settle({ ...meeting, tableId }, at);
    });
    const superseded = obstructed.filter(({ obstacle }) => DECIDED_BY_THE_TWO.includes(obstacle));
    const spent = [...publishable, ...superseded]
      .map(({ meeting }) => meeting)
      .filter((meeting) => !settled.includes(meeting));
    await this.meetings.removeProvisionalMeetings(spent.map(({ id }) => id));
    await this.meetings.saveWithNewSeats([...dropped, ...settled], settled.flatMap(seatsOf));
  }

  /** Records one event per participant whose meetings have changed, so that each gets one notice. */
  private async recordPublication(
    eventId: string,
    { publishable }: Publication,
    dropped: readonly Meeting[],
  ): Promise<void> {
    const changed = [...publishable.map(({ meeting }) => meeting), ...dropped];
    const concerned = new Set(
      changed.flatMap((meeting) => [meeting.buyerRegistrationId, meeting.supplierRegistrationId]),
    );
    const publicationId = newId();
    await this.events.record(
      ...Array.from(concerned, (registrationId) => ({
        type: 'MeetingSchedulePublished',
        aggregateType: 'EventRegistration',
        aggregateId: registrationId,
        ids: { eventId, publicationId },
      })),
    );
  }
}
