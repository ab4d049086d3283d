import { Transactions, violatedConstraint } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { EventState, type MatchmakingEvent, OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSlot, MeetingTable } from './meeting-grid.entity.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { MeetingGridInUseError } from './meeting.errors.js';
import { SetMeetingGridPayload, type SetMeetingGridResult } from './meeting.results.js';
import { MeetingsRepository } from './meetings.repository.js';

/** All slots and tables of an event, as they are to be. */
export interface MeetingGrid {
  readonly eventId: string;
  readonly organizationId: string;
  readonly slots: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  readonly tables: readonly string[];
  /** Whether provisional meetings that are in the way are discarded. */
  readonly discardProvisional?: boolean;
}

/** Those who organize an event say in which slots and at which tables its meetings take place. */
@Injectable()
export class SetMeetingGrid {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: OwnEventsService,
    private readonly grids: MeetingGridsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps slots and tables that are named again, adds new ones, and takes away others unless meetings stand there.
   * Provisional meetings, of which nobody was told, go with their slot or table when that is said.
   */
  async set(viewer: Viewer, grid: MeetingGrid): Promise<SetMeetingGridResult> {
    let provisionalOnly = false;
    try {
      return await this.transactions.run(async () => {
        const event = await this.events.lockEvent(viewer, {
          id: grid.eventId,
          organizationId: grid.organizationId,
        });
        this.check(event, grid);
        const { leaving, coming } = await this.changes(event, grid);
        if (grid.discardProvisional) await this.meetings.discardProvisionalAt(leaving.slots, leaving.tables);
        provisionalOnly = await this.meetings.onlyProvisionalAt(leaving.slots, leaving.tables);
        await this.grids.remove(leaving.slots, leaving.tables);
        await this.grids.add(coming.slots, coming.tables);
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
    const slots = await this.grids.slotsOf([event.id]);
    const tables = await this.grids.tablesOf([event.id]);
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
