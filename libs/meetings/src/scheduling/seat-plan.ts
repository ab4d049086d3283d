import type { EventRepresentative } from '@app/matchmaking-events';
import type { Meeting } from '../booking/meeting.entity.js';
import type { MeetingSchedule } from '@app/meeting-scheduler';
import type { EventFacts, WishedMeeting } from './event-problem.js';

/** Who sits where: a wished meeting with its slot, two persons and a table. */
export interface PlannedMeeting {
  readonly wished: WishedMeeting;
  readonly slotId: string;
  readonly tableId: string;
  readonly buyerRepresentativeId: string;
  readonly supplierRepresentativeId: string;
}

/**
 * Gives persons and tables to a schedule that has as many of both as it needs in each slot. Meetings that stay where they
 * are keep theirs; others stay with the table where the buyer sat before, as far as it is free.
 */
export function seatPlan(
  facts: EventFacts,
  wished: readonly WishedMeeting[],
  schedule: MeetingSchedule,
): PlannedMeeting[] {
  const seats = new SeatsTaken(facts);
  const held = wished.flatMap((each, i) => {
    const slot = facts.slots[schedule[i] ?? -1];
    return slot ? [{ wished: each, slotId: slot.id, slot: schedule[i]! }] : [];
  });
  held.sort((one, other) => one.slot - other.slot);
  const stays = ({ wished: { standing }, slotId }: { wished: WishedMeeting; slotId: string }) =>
    standing?.slotId === slotId ? standing : null;
  const kept = held.flatMap((each) => {
    const standing = stays(each);
    return standing ? [seats.keep(each.wished, standing)] : [];
  });
  const placed = held.filter((each) => !stays(each)).map((each) => seats.place(each.wished, each.slotId));
  return [...kept, ...placed];
}

class SeatsTaken {
  private readonly taken = new Set<string>();
  /** The table where a buyer sat last. */
  private readonly home = new Map<string, string>();
  private readonly people = new Map<string, EventRepresentative[]>();

  constructor(private readonly facts: EventFacts) {
    for (const person of facts.people)
      this.people.set(person.registrationId, [...(this.people.get(person.registrationId) ?? []), person]);
  }

  keep(wished: WishedMeeting, meeting: Meeting): PlannedMeeting {
    const { slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = meeting;
    for (const id of [tableId, buyerRepresentativeId, supplierRepresentativeId])
      this.taken.add(`${id} ${slotId}`);
    this.home.set(wished.buyer.id, tableId);
    return { wished, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId };
  }

  place(wished: WishedMeeting, slotId: string): PlannedMeeting {
    const { buyer, supplier, standing } = wished;
    const person = (registrationId: string, usual: string | undefined) =>
      this.take(
        slotId,
        (this.people.get(registrationId) ?? []).map(({ id }) => id),
        usual,
      );
    const buyerRepresentativeId = person(buyer.id, standing?.buyerRepresentativeId);
    const supplierRepresentativeId = person(supplier.id, standing?.supplierRepresentativeId);
    const tables = this.facts.tables.map(({ id }) => id);
    const tableId = this.take(slotId, tables, this.home.get(buyer.id) ?? standing?.tableId);
    this.home.set(buyer.id, tableId);
    return { wished, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId };
  }

  private take(slotId: string, ids: readonly string[], usual: string | undefined): string {
    const isFree = (id: string) => !this.taken.has(`${id} ${slotId}`);
    const free = ids.filter(isFree);
    const id = usual !== undefined && free.includes(usual) ? usual : free[0];
    if (id === undefined) throw new Error('the schedule seats more than there are seats');
    this.taken.add(`${id} ${slotId}`);
    return id;
  }
}
