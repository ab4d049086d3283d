import type { MeetingProblem, MeetingSchedule } from '@app/meeting-scheduler';
import { meetingsOfParticipants } from '@app/meeting-scheduler';
import { LeftOutCause } from './scheduling.enums.js';

/**
 * Why each request without a meeting has none, null for those that are held. Read from the schedule alone: the first that
 * holds of declined, no shared slot, limit reached, tables full, lower priority.
 */
export function leftOutCauses(problem: MeetingProblem, schedule: MeetingSchedule): (LeftOutCause | null)[] {
  const room = roomLeft(problem, schedule);
  const held = meetingsOfParticipants(problem, schedule);
  return problem.requests.map(({ buyer, supplier, wish, allowed, pool }, request) => {
    if ((schedule[request] ?? -1) >= 0) return null;
    if (wish === 'NO') return LeftOutCause.DECLINED;
    const shared = (allowed ?? [...problem.slots.keys()]).filter(
      (slot) =>
        room.persons(buyer, slot) > 0 &&
        room.persons(supplier, slot) > 0 &&
        (problem.pools[pool]?.tables[slot] ?? 0) > 0,
    );
    if (shared.length === 0) return LeftOutCause.NO_SHARED_SLOT;
    const full = (participant: number) =>
      (held[participant]?.length ?? 0) >= (problem.participants[participant]?.maximum ?? Infinity);
    if (full(buyer) || full(supplier)) return LeftOutCause.LIMIT_REACHED;
    const free = shared.filter((slot) => room.free(buyer, slot) > 0 && room.free(supplier, slot) > 0);
    if (free.length === 0) return LeftOutCause.LOWER_PRIORITY;
    return free.every((slot) => room.tables(pool, slot) <= 0)
      ? LeftOutCause.TABLES_FULL
      : LeftOutCause.SEARCH_ENDED;
  });
}

/** Persons and tables of each slot, and how many of them are left. */
function roomLeft(problem: MeetingProblem, schedule: MeetingSchedule) {
  const taken = new Map<string, number>();
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1);
  problem.requests.forEach(({ buyer, supplier, pool }, request) => {
    const slot = schedule[request] ?? -1;
    if (slot < 0) return;
    for (const participant of [buyer, supplier]) take(`p ${participant} ${slot}`);
    take(`t ${pool} ${slot}`);
  });
  const persons = (participant: number, slot: number) =>
    problem.participants[participant]?.representatives.filter(({ available }) => available.includes(slot))
      .length ?? 0;
  return {
    persons,
    free: (participant: number, slot: number) =>
      persons(participant, slot) - (taken.get(`p ${participant} ${slot}`) ?? 0),
    tables: (pool: number, slot: number) =>
      (problem.pools[pool]?.tables[slot] ?? 0) - (taken.get(`t ${pool} ${slot}`) ?? 0),
  };
}
