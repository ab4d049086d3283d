import { Transactions, violatedConstraint } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { EventState, type MatchmakingEvent, OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';
import { SetMeetingGridPayload, type SetMeetingGridResult } from './meeting-grid.graphql.js';
import { MeetingGridInUseError } from './meeting-grid.texts.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';

/** All slots and tables of an event, as they are to be. */
export interface MeetingGrid {
  readonly eventId: string;
  readonly organizationId: string;
  readonly slots: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  readonly tables: readonly string[];
  /** Whether provisional meetings that are in the way are discarded. */
  readonly discardProvisional?: boolean;
}

/** Organizers set the slots and tables for the meetings of their event. */
@Injectable()
export class MeetingGridService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly grids: MeetingGridsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the slots and tables that are named again, adds new ones and removes the others unless meetings use them. With
   * `discardProvisional`, provisional meetings are deleted with their slot or table.
   */
  async setMeetingGrid(viewer: Viewer, grid: MeetingGrid): Promise<SetMeetingGridResult> {
    let provisionalOnly = false;
    try {
      return await this.transactions.run(async () => {
        const event = await this.own.lockEvent(viewer, {
          id: grid.eventId,
          organizationId: grid.organizationId,
        });
        this.check(event, grid);
        const { leaving, coming } = await this.changes(event, grid);
        if (grid.discardProvisional)
          await this.grids.discardProvisionalMeetings(leaving.slots, leaving.tables);
        provisionalOnly = await this.grids.hasOnlyProvisionalMeetings(leaving.slots, leaving.tables);
        await this.grids.removeSlotsAndTables(leaving.slots, leaving.tables);
        await this.grids.insertSlotsAndTables(coming.slots, coming.tables);
        return new SetMeetingGridPayload(event);
      });
    } catch (error) {
      if (violatedConstraint(error)?.startsWith('meeting_'))
        return new MeetingGridInUseError(provisionalOnly);
      throw error;
    }
  }

  /** Keys of the slots and tables that go, and the new ones. */
  private async changes(event: MatchmakingEvent, grid: MeetingGrid) {
    const slots = await this.grids.findSlots([event.id]);
    const tables = await this.grids.findTables([event.id]);
    const keyOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => `${+startsAt}-${+endsAt}`;
    const wanted = new Set(grid.slots.map(keyOf));
    const known = new Set(slots.map(keyOf));
    const labels = new Set(tables.map(({ label }) => label));
    return {
      leaving: {
        slots: slots.filter((slot) => !wanted.has(keyOf(slot))).map(({ id }) => id),
        tables: tables.filter(({ label }) => !grid.tables.includes(label)).map(({ id }) => id),
      },
      coming: {
        slots: grid.slots.filter((slot) => !known.has(keyOf(slot))).map((slot) => slotOf(event, slot)),
        tables: [...new Set(grid.tables)]
          .filter((label) => !labels.has(label))
          .map((label) => tableOf(event, label)),
      },
    };
  }

  private check(event: MatchmakingEvent, { slots }: MeetingGrid): void {
    const path = ['input.slots'];
    if (event.stateAt(this.clock.now()) === EventState.CANCELLED) throw new NotFoundError();
    const outside = slots.some(
      ({ startsAt, endsAt }) => startsAt >= endsAt || startsAt < event.startsAt || endsAt > event.endsAt,
    );
    if (outside) throw new BadInputError('MEETING_SLOT_OUTSIDE_EVENT', {}, path);
    const inOrder = [...slots].sort((one, other) => +one.startsAt - +other.startsAt);
    if (inOrder.some((slot, i) => i > 0 && slot.startsAt < inOrder[i - 1]!.endsAt))
      throw new BadInputError('MEETING_SLOTS_OVERLAP', {}, path);
  }
}

function slotOf(
  { id: eventId }: MatchmakingEvent,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): MeetingSlot {
  return Object.assign(new MeetingSlot(), { id: newId(), eventId, startsAt, endsAt });
}

function tableOf({ id: eventId }: MatchmakingEvent, label: string): MeetingTable {
  return Object.assign(new MeetingTable(), { id: newId(), eventId, label });
}
