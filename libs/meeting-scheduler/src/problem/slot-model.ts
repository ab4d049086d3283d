import { type MeetingProblem, pairOf, type RequestedMeeting } from './meeting-problem.js';
import { type UnitTable, unitTable } from './unit-table.js';

/**
 * A meeting problem in the form in which solvers work: requests that take one place each in several units. A unit is
 * whatever can be taken: a delegation, a representative, a pool of tables, a pair. Numbers only, rows one after another.
 */
export interface SlotModel {
  readonly requests: number;
  readonly slots: number;
  readonly units: number;
  /** The first units are the participants, in their order. */
  readonly participants: number;
  /** Units from firstPool to before endOfPools are pools of tables that can run out. */
  readonly firstPool: number;
  readonly endOfPools: number;
  /** Places of a unit in a slot: [unit × slots + slot]. */
  readonly capacity: Int32Array;
  /** Meetings of a unit over all slots, at least and at most. */
  readonly minimum: Int32Array;
  readonly maximum: Int32Array;
  /** 1: never more than one place, so that whoever holds it is known. */
  readonly single: Uint8Array;
  /** Units of request r: unitList[unitStart[r] … unitStart[r + 1]); buyer first, supplier second. */
  readonly unitStart: Int32Array;
  readonly unitList: Int32Array;
  /** Requests of unit u, likewise. */
  readonly requestStart: Int32Array;
  readonly requestList: Int32Array;
  /** 1: the request may be in the slot: [request × slots + slot]. */
  readonly allowed: Uint8Array;
  /** Slots in which the request may be. */
  readonly allowedCount: Int32Array;
  readonly weight: Float64Array;
  /** 1: MUST. */
  readonly must: Uint8Array;
  /** 1: may not be moved or taken out. */
  readonly fixed: Uint8Array;
  /** Place of a request's table, and minutes from place to place. */
  readonly place: Int32Array;
  readonly walkingMinutes: readonly (readonly number[])[] | null;
  readonly startsAt: Float64Array;
  readonly endsAt: Float64Array;
  /** Requests that come before, and after, a request. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** The slot of each request in the published schedule, −1 where there is none. */
  readonly published: Int32Array | null;
}

const NO_REQUESTS: readonly number[] = [];

/** Turns a meeting problem into the numbers that solvers work on. Wishes of NO get no slot at all. */
export function compileProblem(problem: MeetingProblem): SlotModel {
  const table = unitTable(problem);
  const unitsOf = problem.requests.map((request) => unitsOfRequest(problem, table, request));
  const [unitStart, unitList] = rows(unitsOf);
  const [requestStart, requestList] = rows(inverse(unitsOf, table.units.length));
  const allowed = allowedSlots(problem, table, unitsOf);
  const slots = problem.slots.length;
  return {
    ...sizes(problem, table),
    ...capacities(table, slots),
    unitStart,
    unitList,
    requestStart,
    requestList,
    allowed,
    allowedCount: Int32Array.from(problem.requests, (_, r) => count(allowed, r * slots, slots)),
    ...wishes(problem),
    ...times(problem),
    ...precedences(problem),
    published: problem.published ? Int32Array.from(problem.published) : null,
  };
}

function sizes(problem: MeetingProblem, table: UnitTable) {
  return {
    requests: problem.requests.length,
    slots: problem.slots.length,
    units: table.units.length,
    participants: problem.participants.length,
    firstPool: table.firstPool,
    endOfPools: table.endOfPools,
  };
}

function capacities({ units }: UnitTable, slots: number) {
  const capacity = new Int32Array(units.length * slots);
  units.forEach((unit, u) => unit.capacity.forEach((places, slot) => (capacity[u * slots + slot] = places)));
  return {
    capacity,
    minimum: Int32Array.from(units, (unit) => unit.minimum),
    maximum: Int32Array.from(units, (unit) => unit.maximum),
    single: Uint8Array.from(units, (unit) => (unit.capacity.every((places) => places <= 1) ? 1 : 0)),
  };
}

function unitsOfRequest(
  { participants }: MeetingProblem,
  table: UnitTable,
  request: RequestedMeeting,
): number[] {
  const { buyer, supplier, buyerRepresentative, supplierRepresentative, pool } = request;
  const seat = (participant: number, representative: number | undefined) =>
    representative !== undefined && (participants[participant]?.representatives.length ?? 0) > 1
      ? table.representative(participant, representative)
      : undefined;
  const units = [
    buyer,
    supplier,
    seat(buyer, buyerRepresentative),
    seat(supplier, supplierRepresentative),
    table.pool(pool),
    table.pair(pairOf(request)),
  ];
  return units.filter((unit) => unit !== undefined);
}

function allowedSlots(
  problem: MeetingProblem,
  { units }: UnitTable,
  unitsOf: readonly number[][],
): Uint8Array {
  const slots = problem.slots.length;
  const allowed = new Uint8Array(problem.requests.length * slots);
  problem.requests.forEach(({ wish, locked, allowed: only, pool }, r) => {
    if (wish === 'NO') return;
    for (let slot = 0; slot < slots; slot++) {
      if (locked !== undefined ? slot !== locked : only && !only.includes(slot)) continue;
      if ((problem.pools[pool]?.tables[slot] ?? 0) < 1) continue;
      if (unitsOf[r]?.every((unit) => (units[unit]?.capacity[slot] ?? 0) > 0)) allowed[r * slots + slot] = 1;
    }
  });
  return allowed;
}

function wishes({ requests }: MeetingProblem) {
  return {
    weight: Float64Array.from(requests, ({ weight }) => weight),
    must: Uint8Array.from(requests, ({ wish }) => (wish === 'MUST' ? 1 : 0)),
    fixed: Uint8Array.from(requests, ({ locked }) => (locked === undefined ? 0 : 1)),
  };
}

function times({ slots, requests, pools, walkingMinutes }: MeetingProblem) {
  return {
    startsAt: Float64Array.from(slots, ({ startsAt }) => startsAt),
    endsAt: Float64Array.from(slots, ({ endsAt }) => endsAt),
    place: Int32Array.from(requests, ({ pool }) => pools[pool]?.place ?? 0),
    walkingMinutes: walkingMinutes?.some((row) => row.some((minutes) => minutes > 0)) ? walkingMinutes : null,
  };
}

function precedences({ requests, precedences: pairs = [] }: MeetingProblem) {
  const before: (readonly number[])[] = requests.map(() => NO_REQUESTS);
  const after: (readonly number[])[] = requests.map(() => NO_REQUESTS);
  for (const { first, then } of pairs) {
    before[then] = [...(before[then] ?? []), first];
    after[first] = [...(after[first] ?? []), then];
  }
  return { before, after };
}

/** Lists one after another, and where each begins. */
function rows(lists: readonly (readonly number[])[]): [Int32Array, Int32Array] {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = (starts[i] ?? 0) + list.length));
  const all = new Int32Array(starts[lists.length] ?? 0);
  lists.forEach((list, i) => all.set(list, starts[i]));
  return [starts, all];
}

function inverse(unitsOf: readonly (readonly number[])[], units: number): number[][] {
  const requests: number[][] = Array.from({ length: units }, () => []);
  unitsOf.forEach((list, request) => list.forEach((unit) => requests[unit]?.push(request)));
  return requests;
}

function count(bits: Uint8Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += bits[i] ?? 0;
  return sum;
}
