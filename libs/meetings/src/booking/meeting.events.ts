import type { DomainEvent } from '@app/database';
import type { MeetingRequest } from './meeting-request.entity.js';
import type { Meeting } from './meeting.entity.js';

/** A meeting was agreed, moved, or called off; who came, or what came of it, was said. */
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

/** Somebody asked for a meeting or proposed another time for one, or said no. */
export function meetingRequestHappened(
  type: 'MeetingRequested' | 'MeetingTimeProposed' | 'MeetingRequestDeclined',
  { id, eventId }: MeetingRequest,
): DomainEvent {
  return { type, aggregateType: 'MeetingRequest', aggregateId: id, ids: { eventId } };
}
