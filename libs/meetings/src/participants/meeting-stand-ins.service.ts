import { DomainEvents } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { EventRepresentativesReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { BOOKING_CONSTRAINTS } from '../booking/meeting-booking.service.js';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { meetingHappened } from '../booking/meeting.events.js';
import { MeetingStateError } from '../booking/meeting.texts.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { NameMeetingStandInPayload, type NameMeetingStandInResult } from './meeting-participation.graphql.js';
import { MeetingStandIn } from './meeting-stand-in.entity.js';
import { MeetingStandInsRepository } from './meeting-stand-ins.repository.js';

/** Who is to sit in a meeting; the caller acts for `organizationId`. */
export interface NamedStandIn {
  readonly id: string;
  readonly organizationId: string;
  readonly representativeId: string;
}

/**
 * One side sends another of its registered representatives to a meeting. Slot and table stay, so a locked meeting takes a
 * stand-in too. The unique keys of the seats refuse a person who has another meeting in that slot.
 */
@Injectable()
export class MeetingStandInsService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly sides: MeetingSidesReader,
    private readonly people: EventRepresentativesReader,
    private readonly meetings: MeetingsRepository,
    private readonly standIns: MeetingStandInsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Names the stand-in and notifies both sides. Throws NOT_FOUND for a person of another registration. */
  nameStandIn(viewer: Viewer, wish: NamedStandIn): Promise<NameMeetingStandInResult> {
    return this.runner.runChange<NameMeetingStandInResult>(async () => {
      const { id, organizationId } = wish;
      const { meeting, roleOf } = await this.sides.lockOwnMeeting(viewer, id, organizationId);
      const role = roleOf(organizationId);
      const person = await this.people.findRepresentative(wish.representativeId);
      if (!role || person?.registrationId !== meeting.registrationOf(role)) throw new NotFoundError();
      if (!meeting.standing) return new MeetingStateError(meeting.state);
      const left = meeting.representativeOf(role);
      if (left === person.id) return new NameMeetingStandInPayload(meeting);
      const { slotId, buyerRegistrationId, supplierRegistrationId } = meeting;
      await this.meetings.lockBookingKeys([slotId, buyerRegistrationId, supplierRegistrationId]);
      const namedAt = this.clock.now();
      await this.standIns.seatStandIn(MeetingStandIn.create(meeting.id, role, left, person.id, namedAt));
      meeting.seat(role, person.id, namedAt);
      await this.meetings.saveMeetings(meeting);
      await this.events.record(meetingHappened('MeetingStandInNamed', meeting));
      return new NameMeetingStandInPayload(meeting);
    }, BOOKING_CONSTRAINTS);
  }
}
