import { Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import {
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  maySeeEvent,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { MeetingSlot } from '../grid/meeting-grid.entity.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { BOOKING_CONSTRAINTS, MeetingBookingService } from './meeting-booking.service.js';
import { MeetingSidesReader } from './meeting-sides.reader.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingState } from './meeting.enums.js';
import {
  CancelMeetingPayload,
  type CancelMeetingResult,
  RescheduleMeetingPayload,
  type RescheduleMeetingResult,
  SetMeetingLockPayload,
  type SetMeetingLockResult,
  SwapMeetingsPayload,
  type SwapMeetingsResult,
} from './meeting.graphql.js';
import { allowArrangingMeetings, allowChangingMeeting, maySeeMeeting } from './meeting.policy.js';
import { MeetingStateError } from './meeting.texts.js';
import { MeetingsRepository } from './meetings.repository.js';

/** A meeting and the organization that the caller acts for. */
export interface MeetingStep {
  readonly id: string;
  readonly organizationId: string;
}

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Lists meetings, moves, locks and cancels them. Organizers see all meetings of their events, participants their own. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly meetings: MeetingsRepository,
    private readonly grids: MeetingGridsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly booking: MeetingBookingService,
    private readonly clock: Clock,
  ) {}

  /** All meetings of an event; throws FORBIDDEN for those who do not organize it. */
  async findEventMeetings(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<Meeting>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.meetings.findMeetingPage({ eventId }, wish);
  }

  /** The meetings of an organization at an event, for its members. */
  async findOwnMeetings(
    viewer: Viewer,
    { eventId, organizationId }: { eventId: string; organizationId: string },
    wish: PageWish,
  ): Promise<Connection<Meeting>> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return this.meetings.findMeetingPage({ eventId, registrationId: registration.id }, wish);
  }

  /**
   * The future slots in which both persons and a table are free and both sides are available, in order of time. Empty for
   * a meeting that cannot move. Throws NOT_FOUND for those who may not see the meeting.
   */
  async findFreeSlots(viewer: Viewer, meetingId: string): Promise<MeetingSlot[]> {
    const meeting = await this.meetings.findMeeting(meetingId);
    if (!meeting || !maySeeMeeting(viewer, await this.sides.findSides(meeting))) throw new NotFoundError();
    if (!meeting.movable) return [];
    const free = await this.meetings.findCommonSlotIds(meeting, this.clock.now());
    const slots = new Map((await this.grids.findSlotsByKey(free)).map((slot) => [slot.id, slot]));
    return free.flatMap((id) => slots.get(id) ?? []);
  }

  /** Moves a meeting to another slot of its event, for organizers. Moving it to its own slot changes nothing. */
  rescheduleMeeting(
    viewer: Viewer,
    step: MeetingStep & { slotId: string },
  ): Promise<RescheduleMeetingResult> {
    return this.runner.runChange<RescheduleMeetingResult>(async () => {
      const meeting = await this.lockAllowed(viewer, step, allowArrangingMeetings);
      const slot = await this.grids.findBookableSlot(step.slotId);
      if (slot?.eventId !== meeting.eventId) throw new NotFoundError();
      if (!meeting.movable) return new MeetingStateError(meeting.state);
      if (meeting.slotId !== slot.id) await this.booking.moveMeeting(meeting, slot.id);
      return new RescheduleMeetingPayload(meeting);
    }, BOOKING_CONSTRAINTS);
  }

  /** Exchanges the places of two meetings of an event, for organizers. */
  swapMeetings(viewer: Viewer, step: MeetingStep & { otherId: string }): Promise<SwapMeetingsResult> {
    return this.runner.runChange<SwapMeetingsResult>(async () => {
      const locked = await this.meetings.lockMeetings([step.id, step.otherId]);
      const one = locked.find(({ id }) => id === step.id);
      const other = locked.find(({ id }) => id === step.otherId);
      if (!one || !other) throw new NotFoundError();
      for (const meeting of [one, other])
        allowArrangingMeetings(viewer, await this.sides.findSides(meeting), step.organizationId);
      if (one.eventId !== other.eventId) throw new NotFoundError();
      const fixed = [one, other].find((meeting) => !meeting.movable);
      if (fixed) return new MeetingStateError(fixed.state);
      if (one.slotId !== other.slotId) await this.booking.swapMeetings(one, other);
      return new SwapMeetingsPayload(one, other);
    }, BOOKING_CONSTRAINTS);
  }

  /** Cancels a meeting, for either side and for organizers. A second call changes nothing and keeps the first reason. */
  cancelMeeting(viewer: Viewer, step: MeetingStep & { reason: string | null }): Promise<CancelMeetingResult> {
    return this.transactions.run(async () => {
      const meeting = await this.lockAllowed(viewer, step, allowChangingMeeting);
      if (meeting.state === MeetingState.CANCELLED) return new CancelMeetingPayload(meeting);
      if (!meeting.standing) return new MeetingStateError(meeting.state);
      await this.booking.cancelMeeting(meeting, step.reason);
      return new CancelMeetingPayload(meeting);
    });
  }

  /** Locks or unlocks a meeting, for organizers. The scheduler does not move a locked meeting. */
  setMeetingLock(viewer: Viewer, step: MeetingStep & { locked: boolean }): Promise<SetMeetingLockResult> {
    return this.transactions.run(async () => {
      const meeting = await this.lockAllowed(viewer, step, allowArrangingMeetings);
      if (!meeting.standing) return new MeetingStateError(meeting.state);
      if (meeting.locked !== step.locked) {
        meeting.lock(step.locked, this.clock.now());
        await this.meetings.saveMeetings(meeting);
      }
      return new SetMeetingLockPayload(meeting);
    });
  }

  private async lockAllowed(
    viewer: Viewer,
    { id, organizationId }: MeetingStep,
    allow: typeof allowChangingMeeting,
  ): Promise<Meeting> {
    const [meeting] = await this.meetings.lockMeetings([id]);
    if (!meeting) throw new NotFoundError();
    allow(viewer, await this.sides.findSides(meeting), organizationId);
    return meeting;
  }
}
