import type { DomainEvent } from '@app/database';
import type { Meeting } from './meeting.entity.js';

/** The event of a change to a meeting: agreed, moved, cancelled, or something recorded about it. */
export function meetingHappened(
  type:
    | 'MeetingBooked'
    | 'MeetingMoved'
    | 'MeetingCancelled'
    | 'MeetingStandInNamed'
    | 'MeetingAttendanceRecorded'
    | 'MeetingOutcomeClaimed',
  { id, eventId }: Meeting,
): DomainEvent {
  return { type, aggregateType: 'Meeting', aggregateId: id, ids: { eventId } };
}
