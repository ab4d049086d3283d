import { DomainEvents, violatedConstraint } from '@app/database';
import { Clock, newId, NotFoundError, type Outcome } from '@app/kernel';
import { type EventRegistration, EventRepresentativesReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { seatsOf } from './meeting-seats.js';
import { Meeting } from './meeting.entity.js';
import { MeetingOrigin, MeetingState } from './meeting.enums.js';
import { AlreadyMeetingError, MeetingSeatTakenError, NoTableFreeError } from './meeting.errors.js';
import { meetingHappened } from './meeting.events.js';
import { MeetingsRepository } from './meetings.repository.js';

/** What the keys of the database refuse, in the words of the trade. */
const REFUSALS: Readonly<Record<string, () => BookingRefusal>> = {
  meeting_seat_representative_id_slot_id_key: () => new MeetingSeatTakenError(),
  meeting_seat_table_id_slot_id_key: () => new NoTableFreeError(),
  meeting_once_per_pair: () => new AlreadyMeetingError(),
};

/** What can stand in the way of a meeting. */
export type BookingRefusal = MeetingSeatTakenError | NoTableFreeError | AlreadyMeetingError;

/** Undoes the transaction for an outcome that the caller is told of. */
class NotBooked extends Error {
  constructor(readonly outcome: Outcome & BookingRefusal) {
    super(outcome.code);
  }
}

/** Takes and gives back seats and tables. Only the database's keys decide who gets them; nothing is looked up before. */
@Injectable()
export class MeetingBooking {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly people: EventRepresentativesReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Runs a use case; what the keys refuse undoes it and becomes its result. */
  async orRefused<T>(work: () => Promise<T>): Promise<T | BookingRefusal> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotBooked) return error.outcome;
      const refusal = REFUSALS[violatedConstraint(error) ?? '']?.();
      if (refusal) return refusal;
      throw error;
    }
  }

  /** A meeting, kept from others until the transaction ends; none when it is gone. */
  lock(id: string): Promise<Meeting[]> {
    return this.meetings.lock([id]);
  }

  /** Puts the first representatives of the two at a free table. */
  async book(buyer: EventRegistration, supplier: EventRegistration, slotId: string): Promise<Meeting> {
    await this.meetings.queueFor([buyer.id, supplier.id, slotId]);
    const people = await this.people.findRepresentatives([buyer.id, supplier.id]);
    const first = (id: string) => {
      const person = people.find(({ registrationId }) => registrationId === id);
      if (!person) throw new NotFoundError();
      return person.id;
    };
    const now = this.clock.now();
    const meeting = Object.assign(new Meeting(), {
      id: newId(),
      eventId: buyer.eventId,
      buyerRegistrationId: buyer.id,
      supplierRegistrationId: supplier.id,
      buyerRepresentativeId: first(buyer.id),
      supplierRepresentativeId: first(supplier.id),
      slotId,
      tableId: await this.tableFor(buyer.eventId, slotId),
      state: MeetingState.PUBLISHED,
      origin: MeetingOrigin.AGREED,
      replacesId: null,
      locked: false,
      absentRoles: [],
      cancellationReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await this.meetings.insert(meeting, seatsOf(meeting));
    await this.events.record(meetingHappened('MeetingBooked', meeting));
    return meeting;
  }

  /** Moves a meeting to another slot, at a table that is free then. */
  async move(meeting: Meeting, slotId: string): Promise<void> {
    await this.queue([meeting], [slotId]);
    const tableId = meeting.provisional
      ? await this.plannedTableFor(meeting, slotId)
      : await this.tableFor(meeting.eventId, slotId, [meeting.id]);
    meeting.moveTo({ slotId, tableId }, this.clock.now());
    await this.meetings.save(meeting);
    await this.tell('MeetingMoved', meeting);
  }

  /** Lets two meetings of an event change slots and tables. */
  async swap(one: Meeting, other: Meeting): Promise<void> {
    await this.queue([one, other], []);
    const place = { slotId: one.slotId, tableId: one.tableId };
    const both = [one.id, other.id];
    for (const [meeting, slotId] of [
      [one, other.slotId],
      [other, one.slotId],
    ] as const)
      if (meeting.provisional) await this.plannedTableFor(meeting, slotId, both);
    one.moveTo({ slotId: other.slotId, tableId: other.tableId }, this.clock.now());
    other.moveTo(place, this.clock.now());
    await this.meetings.save(one, other);
    await this.tell('MeetingMoved', one, other);
  }

  /** Calls a meeting off and gives its seats back; of a provisional one, of which nobody was told, nothing is left. */
  async cancel(meeting: Meeting, reason: string | null): Promise<void> {
    await this.queue([meeting], []);
    const { provisional } = meeting;
    if (provisional) await this.meetings.removeProvisional([meeting.id]);
    meeting.cancel(reason, this.clock.now());
    if (provisional) return;
    await this.meetings.save(meeting);
    await this.tell('MeetingCancelled', meeting);
  }

  /** Of provisional meetings nobody is told. */
  private async tell(type: 'MeetingMoved' | 'MeetingCancelled', ...meetings: Meeting[]): Promise<void> {
    const told = meetings.filter(({ provisional }) => !provisional);
    await this.events.record(...told.map((meeting) => meetingHappened(type, meeting)));
  }

  /** A provisional meeting holds no seat that keys could guard: whether there is room is looked up. */
  private async plannedTableFor(
    meeting: Meeting,
    slotId: string,
    except: readonly string[] = [meeting.id],
  ): Promise<string> {
    const table = await this.meetings.plannedTable(meeting, slotId, except);
    if (table === 'BUSY') throw new NotBooked(new MeetingSeatTakenError());
    if (!table) throw new NotBooked(new NoTableFreeError());
    return table;
  }

  private queue(meetings: readonly Meeting[], slotIds: readonly string[]): Promise<void> {
    return this.meetings.queueFor([
      ...slotIds,
      ...meetings.flatMap((one) => [one.slotId, one.buyerRegistrationId, one.supplierRegistrationId]),
    ]);
  }

  private async tableFor(eventId: string, slotId: string, except: readonly string[] = []): Promise<string> {
    const table = await this.meetings.freeTable(eventId, slotId, except);
    if (!table) throw new NotBooked(new NoTableFreeError());
    return table;
  }
}
