import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';

/** Every query on slots and tables. */
@Injectable()
export class MeetingGridsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Slots of events, in the order of time. */
  slotsOf(eventIds: readonly string[]): Promise<MeetingSlot[]> {
    return this.slots
      .createQueryBuilder('slot')
      .where('slot.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'slot.startsAt': 'ASC', 'slot.id': 'ASC' })
      .getMany();
  }

  /** Tables of events, by label. */
  tablesOf(eventIds: readonly string[]): Promise<MeetingTable[]> {
    return this.tables
      .createQueryBuilder('place')
      .where('place.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'place.label': 'ASC', 'place.id': 'ASC' })
      .getMany();
  }

  findSlot(id: string): Promise<MeetingSlot | null> {
    return this.slots.findOneBy({ id });
  }

  /** Slots by key, in any order. */
  slotsByKey(ids: readonly string[]): Promise<MeetingSlot[]> {
    return this.slots.createQueryBuilder('slot').where('slot.id = any(:ids)', { ids }).getMany();
  }

  /** Tables by key, in any order. */
  tablesByKey(ids: readonly string[]): Promise<MeetingTable[]> {
    return this.tables.createQueryBuilder('place').where('place.id = any(:ids)', { ids }).getMany();
  }

  async remove(slotIds: readonly string[], tableIds: readonly string[]): Promise<void> {
    if (slotIds.length > 0) await this.slots.delete([...slotIds]);
    if (tableIds.length > 0) await this.tables.delete([...tableIds]);
  }

  async add(slots: readonly MeetingSlot[], tables: readonly MeetingTable[]): Promise<void> {
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
