import type { Viewer } from '@app/identity';
import { Clock, ForbiddenError, NotFoundError } from '@app/kernel';
import { EventRegistrationsReader, ParticipantRole } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import { MeetingSidesReader } from '../booking/meeting-sides.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { maySeeMeeting, type MeetingSides } from '../booking/meeting.policy.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';

/** A meeting, kept from others, with what has to be known of it afterwards. */
export interface LockedMeeting {
  readonly meeting: Meeting;
  readonly sides: MeetingSides;
  /** Whether its slot has begun. */
  readonly begun: boolean;
  /** On which side an organization sits, null on none. */
  readonly roleOf: (organizationId: string) => ParticipantRole | null;
}

/** Reads meetings for those who say what came of them. */
@Injectable()
export class MeetingAftermathReader {
  constructor(
    readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws NOT_FOUND when there is none. */
  async lock(id: string): Promise<LockedMeeting> {
    const [meeting] = await this.meetings.lock([id]);
    if (!meeting) throw new NotFoundError();
    const slot = await this.grids.findSlot(meeting.slotId);
    const own = await this.registrations.findRegistrations([
      meeting.buyerRegistrationId,
      meeting.supplierRegistrationId,
    ]);
    return {
      meeting,
      sides: await this.sides.of(meeting),
      begun: slot !== null && slot.startsAt <= this.clock.now(),
      roleOf: (organizationId) =>
        own.find((registration) => registration.organizationId === organizationId)?.role ?? null,
    };
  }

  /** For editors of one of the two sides; others who see the meeting are refused, for the rest it does not exist. */
  async lockFor(viewer: Viewer, id: string, organizationId: string): Promise<LockedMeeting> {
    const locked = await this.lock(id);
    if (!maySeeMeeting(viewer, locked.sides)) throw new NotFoundError();
    const acting = locked.sides.provisional ? [] : locked.sides.organizationIds;
    if (!acting.some((one) => one !== null && viewer.canEdit(one))) throw new ForbiddenError();
    if (!viewer.canEdit(organizationId)) throw new NotFoundError();
    return locked;
  }
}
