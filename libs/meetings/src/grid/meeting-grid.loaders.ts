import { Injectable } from '@nestjs/common';
import { BatchListLoader, BatchLoader } from '@app/kernel';
import type { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';

/** Slots by event. */
@Injectable()
export class MeetingSlotsLoader extends BatchListLoader<MeetingSlot> {
  constructor(private readonly grids: MeetingGridsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingSlot[]> {
    return this.grids.findSlots(eventIds);
  }

  protected keyOf({ eventId }: MeetingSlot): string {
    return eventId;
  }
}

/** Tables by event. */
@Injectable()
export class MeetingTablesLoader extends BatchListLoader<MeetingTable> {
  constructor(private readonly grids: MeetingGridsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingTable[]> {
    return this.grids.findTables(eventIds);
  }

  protected keyOf({ eventId }: MeetingTable): string {
    return eventId;
  }
}

/** A slot by key. */
@Injectable()
export class MeetingSlotLoader extends BatchLoader<MeetingSlot> {
  constructor(private readonly grids: MeetingGridsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<MeetingSlot[]> {
    return this.grids.findSlotsByKey(ids);
  }

  protected keyOf({ id }: MeetingSlot): string {
    return id;
  }
}

/** A table by key. */
@Injectable()
export class MeetingTableLoader extends BatchLoader<MeetingTable> {
  constructor(private readonly grids: MeetingGridsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<MeetingTable[]> {
    return this.grids.findTablesByKey(ids);
  }

  protected keyOf({ id }: MeetingTable): string {
    return id;
  }
}
