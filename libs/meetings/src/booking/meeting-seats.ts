import { newId } from '@app/kernel';
import { type Meeting, MeetingSeat } from './meeting.entity.js';

/** The three places that a meeting takes in its slot: of two persons and of a table. */
export function seatsOf(meeting: Meeting): MeetingSeat[] {
  const { id: meetingId, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = meeting;
  const seat = (representativeId: string | null, table: string | null) =>
    Object.assign(new MeetingSeat(), { id: newId(), meetingId, slotId, representativeId, tableId: table });
  return [seat(buyerRepresentativeId, null), seat(supplierRepresentativeId, null), seat(null, tableId)];
}
