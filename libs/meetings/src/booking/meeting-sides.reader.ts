import type { Viewer } from '@app/identity';
import { Clock, ForbiddenError, NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  MatchmakingEventsReader,
  type ParticipantRole,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import type { Meeting } from './meeting.entity.js';
import { maySeeMeeting, type MeetingSides } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';

/** A locked meeting with its two sides. */
interface LockedMeeting {
  readonly meeting: Meeting;
  readonly sides: MeetingSides;
  /** Whether its slot has begun. */
  readonly begun: boolean;
  /** The side of an organization, null when it is on neither. */
  readonly roleOf: (organizationId: string) => ParticipantRole | null;
}

/** Reads who takes part in the meetings of an event, and on which side. */
@Injectable()
export class MeetingSidesReader {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly meetings: MeetingsRepository,
    private readonly grids: MeetingGridsRepository,
    private readonly clock: Clock,
  ) {}

  /** The confirmed registration of an organization for an event, null without one. */
  async findParticipant(eventId: string, organizationId: string): Promise<EventRegistration | null> {
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    return registration?.state === RegistrationState.CONFIRMED ? registration : null;
  }

  /** The event of a meeting and the organizations of both sides; throws NOT_FOUND when the event is gone. */
  async findSides(
    meeting: Meeting,
  ): Promise<MeetingSides & { readonly registrations: readonly EventRegistration[] }> {
    const event = await this.events.findEvent(meeting.eventId);
    if (!event) throw new NotFoundError();
    const registrations = await this.registrations.findRegistrations([
      meeting.buyerRegistrationId,
      meeting.supplierRegistrationId,
    ]);
    return {
      event,
      provisional: meeting.provisional,
      registrations,
      organizationIds: registrations.map(({ organizationId }) => organizationId),
    };
  }

  /** Locks a meeting and reads its sides; throws NOT_FOUND without it. */
  async lockMeeting(id: string): Promise<LockedMeeting> {
    const [meeting] = await this.meetings.lockMeetings([id]);
    if (!meeting) throw new NotFoundError();
    const slot = await this.grids.findSlot(meeting.slotId);
    const sides = await this.findSides(meeting);
    return {
      meeting,
      sides,
      begun: slot !== null && slot.startsAt <= this.clock.now(),
      roleOf: (organizationId) =>
        sides.registrations.find((side) => side.organizationId === organizationId)?.role ?? null,
    };
  }

  /**
   * Locks a meeting for an editor of one of its sides. Throws FORBIDDEN for others who see the meeting, NOT_FOUND for
   * everyone else.
   */
  async lockOwnMeeting(viewer: Viewer, id: string, organizationId: string): Promise<LockedMeeting> {
    const locked = await this.lockMeeting(id);
    if (!maySeeMeeting(viewer, locked.sides)) throw new NotFoundError();
    const acting = locked.sides.provisional ? [] : locked.sides.organizationIds;
    if (!acting.some((one) => one !== null && viewer.canEdit(one))) throw new ForbiddenError();
    if (!viewer.canEdit(organizationId)) throw new NotFoundError();
    return locked;
  }
}
