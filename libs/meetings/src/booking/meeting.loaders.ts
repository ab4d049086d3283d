import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Slots by event. */
@Injectable()
export class MeetingSlotsLoader extends BatchListLoader<MeetingSlot> {
  constructor(private readonly grids: MeetingGridsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingSlot[]> {
    return this.grids.slotsOf(eventIds);
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
    return this.grids.tablesOf(eventIds);
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
    return this.grids.slotsByKey(ids);
  }

  protected keyOf({ id }: MeetingSlot): string {
    return id;
  }
}

/** A meeting by key. */
@Injectable()
export class MeetingLoader extends BatchLoader<Meeting> {
  constructor(private readonly meetings: MeetingsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<Meeting[]> {
    return this.meetings.findMany(ids);
  }

  protected keyOf({ id }: Meeting): string {
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
    return this.grids.tablesByKey(ids);
  }

  protected keyOf({ id }: MeetingTable): string {
    return id;
  }
}
