import { DomainEvents } from '@app/database';
import type { ConstraintOutcomes } from '@app/identity';
import { Clock, NotFoundError, Rollback } from '@app/kernel';
import { type EventRegistration, EventRepresentativesReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { Meeting, seatsOf } from './meeting.entity.js';
import { MeetingOrigin, MeetingState } from './meeting.enums.js';
import { meetingHappened } from './meeting.events.js';
import { AlreadyMeetingError, MeetingSeatTakenError, NoTableFreeError } from './meeting.texts.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Why a meeting cannot be booked or moved. */
export type BookingRefusal = MeetingSeatTakenError | NoTableFreeError | AlreadyMeetingError;

/** The outcome of each constraint that guards bookings. Pass it to the runner of every use case that books. */
export const BOOKING_CONSTRAINTS: ConstraintOutcomes<BookingRefusal> = {
  meeting_seat_representative_id_slot_id_key: () => new MeetingSeatTakenError(),
  meeting_seat_table_id_slot_id_key: () => new NoTableFreeError(),
  meeting_once_per_pair: () => new AlreadyMeetingError(),
};

/**
 * Takes and releases seats and tables in the open transaction. The constraints of the database decide who gets a seat;
 * the service does not check beforehand. When no table is free it throws a {@link Rollback}.
 */
@Injectable()
export class MeetingBookingService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly people: EventRepresentativesReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Books a meeting between the first representatives of both sides, at a free table. */
  async bookMeeting(buyer: EventRegistration, supplier: EventRegistration, slotId: string): Promise<Meeting> {
    await this.meetings.lockBookingKeys([buyer.id, supplier.id, slotId]);
    const people = await this.people.findRepresentatives([buyer.id, supplier.id]);
    const first = (id: string) => {
      const person = people.find(({ registrationId }) => registrationId === id);
      if (!person) throw new NotFoundError();
      return person.id;
    };
    const meeting = Meeting.create(
      {
        eventId: buyer.eventId,
        buyerRegistrationId: buyer.id,
        supplierRegistrationId: supplier.id,
        buyerRepresentativeId: first(buyer.id),
        supplierRepresentativeId: first(supplier.id),
        slotId,
        tableId: await this.requireFreeTable(buyer.eventId, slotId),
        state: MeetingState.PUBLISHED,
        origin: MeetingOrigin.AGREED,
        replacesId: null,
      },
      this.clock.now(),
    );
    await this.meetings.insertMeeting(meeting, seatsOf(meeting));
    await this.events.record(meetingHappened('MeetingBooked', meeting));
    return meeting;
  }

  /** Moves a meeting to another slot, at a table that is free there. */
  async moveMeeting(meeting: Meeting, slotId: string): Promise<void> {
    await this.lockKeysOf([meeting], [slotId]);
    const tableId = meeting.provisional
      ? await this.requirePlannedTable(meeting, slotId)
      : await this.requireFreeTable(meeting.eventId, slotId, [meeting.id]);
    meeting.moveTo({ slotId, tableId }, this.clock.now());
    await this.meetings.saveMeetings(meeting);
    await this.recordChange('MeetingMoved', meeting);
  }

  /** Exchanges slots and tables of two meetings of an event. */
  async swapMeetings(one: Meeting, other: Meeting): Promise<void> {
    await this.lockKeysOf([one, other], []);
    const place = { slotId: one.slotId, tableId: one.tableId };
    const both = [one.id, other.id];
    for (const [meeting, slotId] of [
      [one, other.slotId],
      [other, one.slotId],
    ] as const)
      if (meeting.provisional) await this.requirePlannedTable(meeting, slotId, both);
    one.moveTo({ slotId: other.slotId, tableId: other.tableId }, this.clock.now());
    other.moveTo(place, this.clock.now());
    await this.meetings.saveMeetings(one, other);
    await this.recordChange('MeetingMoved', one, other);
  }

  /** Cancels a meeting and releases its seats. A provisional meeting, which nobody has been notified of, is deleted. */
  async cancelMeeting(meeting: Meeting, reason: string | null): Promise<void> {
    await this.lockKeysOf([meeting], []);
    const { provisional } = meeting;
    if (provisional) await this.meetings.removeProvisionalMeetings([meeting.id]);
    meeting.cancel(reason, this.clock.now());
    if (provisional) return;
    await this.meetings.saveMeetings(meeting);
    await this.recordChange('MeetingCancelled', meeting);
  }

  /** Changes of provisional meetings are not published as events. */
  private async recordChange(
    type: 'MeetingMoved' | 'MeetingCancelled',
    ...meetings: Meeting[]
  ): Promise<void> {
    const published = meetings.filter(({ provisional }) => !provisional);
    await this.events.record(...published.map((meeting) => meetingHappened(type, meeting)));
  }

  /** A provisional meeting holds no seat that a constraint could guard, so its persons and tables are checked here. */
  private async requirePlannedTable(
    meeting: Meeting,
    slotId: string,
    except: readonly string[] = [meeting.id],
  ): Promise<string> {
    const table = await this.meetings.findPlannedTable(meeting, slotId, except);
    if (table === 'BUSY') throw new Rollback<BookingRefusal>(new MeetingSeatTakenError());
    if (!table) throw new Rollback<BookingRefusal>(new NoTableFreeError());
    return table;
  }

  private lockKeysOf(meetings: readonly Meeting[], slotIds: readonly string[]): Promise<void> {
    return this.meetings.lockBookingKeys([
      ...slotIds,
      ...meetings.flatMap((one) => [one.slotId, one.buyerRegistrationId, one.supplierRegistrationId]),
    ]);
  }

  private async requireFreeTable(
    eventId: string,
    slotId: string,
    except: readonly string[] = [],
  ): Promise<string> {
    const table = await this.meetings.findFreeTable(eventId, slotId, except);
    if (!table) throw new Rollback<BookingRefusal>(new NoTableFreeError());
    return table;
  }
}
