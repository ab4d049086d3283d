import { type MeetingProblem, pairOf } from './meeting-problem.js';

/** Something that meetings take a place in, with its places per slot and its meetings over all slots. */
export interface MeetingUnit {
  readonly capacity: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
}

/** All units of a problem, and where to find those that only some requests use. */
export interface UnitTable {
  readonly units: readonly MeetingUnit[];
  /** Pools are the units from here to before there. */
  readonly firstPool: number;
  readonly endOfPools: number;
  representative(participant: number, representative: number): number | undefined;
  /** Absent when the pool has tables for everybody at any time. */
  pool(pool: number): number | undefined;
  /** Absent when the pair has one request only. */
  pair(key: string): number | undefined;
}

const UNLIMITED = 0x3fffffff;

/** Lists the units: delegations first, then named representatives, scarce table pools, and pairs asked for twice. */
export function unitTable(problem: MeetingProblem): UnitTable {
  const units: MeetingUnit[] = delegations(problem);
  const seats = new Map<string, number>();
  const pools = new Map<number, number>();
  const pairs = new Map<string, number>();
  const slots = problem.slots.map((_, slot) => slot);
  for (const { buyer, buyerRepresentative, supplier, supplierRepresentative } of problem.requests) {
    addSeat(problem, units, seats, buyer, buyerRepresentative);
    addSeat(problem, units, seats, supplier, supplierRepresentative);
  }
  const firstPool = units.length;
  scarcePools(problem).forEach((pool) => {
    const capacity = slots.map((slot) => problem.pools[pool]?.tables[slot] ?? 0);
    pools.set(pool, units.push({ capacity, minimum: 0, maximum: UNLIMITED }) - 1);
  });
  const endOfPools = units.length;
  for (const key of repeatedPairs(problem))
    pairs.set(key, units.push({ capacity: slots.map(() => 1), minimum: 0, maximum: 1 }) - 1);
  return {
    units,
    firstPool,
    endOfPools,
    representative: (participant, representative) => seats.get(`${participant}/${representative}`),
    pool: (pool) => pools.get(pool),
    pair: (key) => pairs.get(key),
  };
}

function delegations({ participants, slots }: MeetingProblem): MeetingUnit[] {
  return participants.map(({ representatives, minimum = 0, maximum = UNLIMITED }) => {
    const capacity = slots.map(() => 0);
    for (const { available } of representatives)
      for (const slot of new Set(available)) if (slot in capacity) capacity[slot] = (capacity[slot] ?? 0) + 1;
    return { capacity, minimum, maximum };
  });
}

function addSeat(
  { participants, slots }: MeetingProblem,
  units: MeetingUnit[],
  seats: Map<string, number>,
  participant: number,
  representative: number | undefined,
): void {
  const persons = participants[participant]?.representatives ?? [];
  const key = `${participant}/${representative}`;
  if (representative === undefined || persons.length < 2 || seats.has(key)) return;
  const present = new Set(persons[representative]?.available);
  const capacity = slots.map((_, slot) => (present.has(slot) ? 1 : 0));
  seats.set(key, units.push({ capacity, minimum: 0, maximum: UNLIMITED }) - 1);
}

/** Pools that can run out of tables in some slot. */
function scarcePools({ pools, requests, participants, slots }: MeetingProblem): number[] {
  const buyers = pools.map(() => new Set<number>());
  for (const { pool, buyer } of requests) buyers[pool]?.add(buyer);
  const free = (pool: number, slot: number) =>
    [...(buyers[pool] ?? [])].reduce(
      (sum, buyer) =>
        sum +
        (participants[buyer]?.representatives.filter((person) => person.available.includes(slot)).length ??
          0),
      0,
    );
  return pools.flatMap(({ tables }, pool) =>
    slots.some((_, slot) => (tables[slot] ?? 0) < free(pool, slot)) ? [pool] : [],
  );
}

function repeatedPairs({ requests }: MeetingProblem): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const request of requests) {
    const key = pairOf(request);
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}
