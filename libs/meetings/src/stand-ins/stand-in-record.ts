import { DomainEvents } from '@app/database';
import { Clock, newId } from '@app/kernel';
import type { EventRepresentative, ParticipantRole } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../booking/meeting.entity.js';
import { meetingHappened } from '../booking/meeting.events.js';
import { MeetingAftermathReader } from '../outcomes/meeting-aftermath.reader.js';
import { MeetingStandIn } from './meeting-stand-in.entity.js';

/** Writes down who stood in, and lets both sides be told. Part of the running transaction. */
@Injectable()
export class StandInRecord {
  constructor(
    private readonly reader: MeetingAftermathReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** What is to be kept of a change of persons. */
  of(
    meeting: Meeting,
    role: ParticipantRole,
    { left, person }: { left: string; person: EventRepresentative },
  ): MeetingStandIn {
    return Object.assign(new MeetingStandIn(), {
      id: newId(),
      meetingId: meeting.id,
      role,
      leftRepresentativeId: left,
      representativeId: person.id,
      namedAt: this.clock.now(),
    });
  }

  /** The meeting has another person from now on. */
  async keep(meeting: Meeting, { role, representativeId, namedAt }: MeetingStandIn): Promise<void> {
    meeting.seat(role, representativeId, namedAt);
    await this.reader.meetings.save(meeting);
    await this.events.record(meetingHappened('MeetingStandInNamed', meeting));
  }
}
