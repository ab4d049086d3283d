import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';

/** A slot outside its event only documents when a meeting was. */
const WITHIN_EVENT = 'slot.startsAt >= event.startsAt and slot.endsAt <= event.endsAt';
/** The same, for statements in SQL: a slot `slot` joined with its event `event`. */
export const joinEventOf = (slot: string): string =>
  `join matchmaking_event event on event.id = ${slot}.event_id
     and ${slot}.starts_at >= event.starts_at and ${slot}.ends_at <= event.ends_at`;

/** A thousand years. */
const DETOUR_SECONDS = 31_536_000_000;

/** Every query on slots and tables. */
@Injectable()
export class MeetingGridsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Slots within the times of their events, in the order of time. */
  findSlots(eventIds: readonly string[]): Promise<MeetingSlot[]> {
    return this.slots
      .createQueryBuilder('slot')
      .innerJoin('MatchmakingEvent', 'event', 'event.id = slot.eventId')
      .where('slot.eventId = any(:eventIds)', { eventIds })
      .andWhere(WITHIN_EVENT)
      .orderBy({ 'slot.startsAt': 'ASC', 'slot.id': 'ASC' })
      .getMany();
  }

  /** Tables of events, by label. */
  findTables(eventIds: readonly string[]): Promise<MeetingTable[]> {
    return this.tables
      .createQueryBuilder('place')
      .where('place.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'place.label': 'ASC', 'place.id': 'ASC' })
      .getMany();
  }

  /** All slots of an event, also those that tell when meetings were that were cancelled before the event was moved. */
  findAllSlots(eventId: string): Promise<MeetingSlot[]> {
    return this.slots.findBy({ eventId });
  }

  /** A slot by key, wherever it lies. */
  findSlot(id: string): Promise<MeetingSlot | null> {
    return this.slots.findOneBy({ id });
  }

  /** A slot of an event in which a meeting can be booked: one within its times. */
  findBookableSlot(id: string): Promise<MeetingSlot | null> {
    return this.slots
      .createQueryBuilder('slot')
      .innerJoin('MatchmakingEvent', 'event', 'event.id = slot.eventId')
      .where('slot.id = :id', { id })
      .andWhere(WITHIN_EVENT)
      .getOne();
  }

  /** Which of some slots a meeting refers to, whatever its state. */
  async findUsedSlotIds(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.transactions.query<{ id: string }>(
      'select distinct slot_id as id from meeting where slot_id = any($1)',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Removes those of some slots that no meeting refers to. */
  async removeUnusedSlots(ids: readonly string[]): Promise<void> {
    await this.transactions.query(
      'delete from meeting_slot s where s.id = any($1) and not exists (select from meeting m where m.slot_id = s.id)',
      [ids],
    );
  }

  /**
   * Moves all slots of an event. The constraint that keeps slots apart is checked row by row, so that they make a detour
   * through a time at which there are no slots.
   */
  async shiftSlots(eventId: string, byMs: number): Promise<void> {
    for (const seconds of [DETOUR_SECONDS, byMs / 1000 - DETOUR_SECONDS])
      await this.transactions.query(
        `update meeting_slot
            set starts_at = starts_at + make_interval(secs => $2), ends_at = ends_at + make_interval(secs => $2)
          where event_id = $1`,
        [eventId, seconds],
      );
  }

  /** Slots by key, in any order. */
  findSlotsByKey(ids: readonly string[]): Promise<MeetingSlot[]> {
    return this.slots.createQueryBuilder('slot').where('slot.id = any(:ids)', { ids }).getMany();
  }

  /** Tables by key, in any order. */
  findTablesByKey(ids: readonly string[]): Promise<MeetingTable[]> {
    return this.tables.createQueryBuilder('place').where('place.id = any(:ids)', { ids }).getMany();
  }

  /** Deletes the provisional meetings in some slots or at some tables. */
  async discardProvisionalMeetings(slotIds: readonly string[], tableIds: readonly string[]): Promise<void> {
    await this.transactions.query(
      `delete from meeting where state = 'PROVISIONAL' and (slot_id = any($1) or table_id = any($2))`,
      [slotIds, tableIds],
    );
  }

  /** Whether all meetings in some slots or at some tables are provisional. */
  async hasOnlyProvisionalMeetings(
    slotIds: readonly string[],
    tableIds: readonly string[],
  ): Promise<boolean> {
    const [row] = await this.transactions.query<{ others: boolean }>(
      `select exists (select from meeting where state <> 'PROVISIONAL'
                       and (slot_id = any($1) or table_id = any($2))) as others`,
      [slotIds, tableIds],
    );
    return !row!.others;
  }

  /** Deletes slots and tables; the foreign keys of meetings refuse those in use. */
  async removeSlotsAndTables(slotIds: readonly string[], tableIds: readonly string[]): Promise<void> {
    if (slotIds.length > 0) await this.slots.delete([...slotIds]);
    if (tableIds.length > 0) await this.tables.delete([...tableIds]);
  }

  async insertSlotsAndTables(slots: readonly MeetingSlot[], tables: readonly MeetingTable[]): Promise<void> {
    if (slots.length > 0) await this.slots.insert([...slots]);
    if (tables.length > 0) await this.tables.insert([...tables]);
  }

  private get slots(): Repository<MeetingSlot> {
    return this.transactions.manager.getRepository(MeetingSlot);
  }

  private get tables(): Repository<MeetingTable> {
    return this.transactions.manager.getRepository(MeetingTable);
  }
}
