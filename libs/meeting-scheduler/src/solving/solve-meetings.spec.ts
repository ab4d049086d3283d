import { checkSchedule, measureSchedule } from '../rules/measure-schedule.js';
import { scheduleGreedily } from '../search/first-schedule.js';
import { INVENTED_EVENTS, inventInstance } from '../instances/meeting-instances.js';
import type { MeetingProblem } from '../problem/meeting-problem.js';
import {
  aParticipant,
  aProblem,
  aRequest,
  bestByTrying,
} from '../../../../test/support/builders/meeting-problem.js';
import { RandomSource } from '../search/random-source.js';
import { solveMeetings } from './solve-meetings.js';

/** A small event with everything: wishes, limits, locked meetings, precedences, ways, several persons, few tables. */
function smallEvent(seed: number): MeetingProblem {
  const random = new RandomSource(seed * 7919);
  for (let i = 0; i < 30; i++) random.below(2);
  const some = () => [0, 1, 2].filter(() => random.below(4) > 0);
  const participant = (id: string, side: 'BUYER' | 'SUPPLIER') =>
    aParticipant(id, side, 3, {
      representatives: Array.from({ length: 1 + random.below(2) }, (_, i) => ({
        id: `${id}-${i}`,
        available: some(),
      })),
      maximum: 1 + random.below(3),
    });
  const participants = [
    participant('b0', 'BUYER'),
    participant('b1', 'BUYER'),
    participant('s0', 'SUPPLIER'),
    participant('s1', 'SUPPLIER'),
  ];
  const requests = Array.from({ length: 6 }, () => {
    const buyer = random.below(2);
    const persons = participants[buyer]!.representatives.length;
    return aRequest(buyer, 2 + random.below(2), {
      wish: (['MUST', 'WANT', 'WANT', 'NO'] as const)[random.below(4)]!,
      weight: 1 + random.below(3),
      pool: random.below(2),
      ...(random.below(2) ? { buyerRepresentative: random.below(persons) } : {}),
      ...(random.below(3) ? {} : { allowed: some() }),
    });
  });
  return aProblem({
    participants,
    requests,
    pools: [
      { id: 'near', place: 0, tables: [1, 2, 1] },
      { id: 'far', place: 1, tables: [1, 0, 2] },
    ],
    walkingMinutes: [
      [0, 5],
      [5, 0],
    ],
    precedences: [{ first: 0, then: 3 }],
  });
}

describe('solving an event', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => [seed]))(
    'reaches what trying all schedules reaches (event %i)',
    async (seed) => {
      const problem = smallEvent(seed);
      const solved = await solveMeetings(problem, { steps: 10_000, seed });
      const best = bestByTrying(problem, (schedule) => checkSchedule(problem, schedule).valid);
      expect({ musts: solved.measure.musts, meetings: solved.measure.meetings }).toEqual(best);
      expect(solved.bound).toBeGreaterThanOrEqual(best.meetings);
      if (solved.proven) expect(solved.bound).toBe(best.meetings);
    },
  );

  it.each(INVENTED_EVENTS.slice(0, 2))('proves an optimum for $name, better than by hand', async (event) => {
    const problem = inventInstance(event, 3);
    const solved = await solveMeetings(problem, { steps: 3_000 });
    const byHand = measureSchedule(problem, scheduleGreedily(problem));
    expect(solved.proven).toBe(true);
    expect(solved.measure.meetings).toBe(solved.bound);
    expect(solved.measure.meetings).toBeGreaterThanOrEqual(byHand.meetings);
    expect(solved.measure.value).toBeLessThanOrEqual(solved.valueBound);
    expect(solved.measure.idlePeriods).toBeLessThan(byHand.idlePeriods);
  });

  it('holds a MUST for two meetings that are only wanted, and keeps what is locked', async () => {
    const problem = aProblem({
      slots: aProblem().slots.slice(0, 1),
      pools: [{ id: 'hall', place: 0, tables: [2] }],
      requests: [aRequest(0, 2, { wish: 'MUST' }), aRequest(0, 3), aRequest(1, 2)],
    });
    expect((await solveMeetings(problem, { steps: 2_000 })).schedule).toEqual([0, -1, -1]);
    const locked = { ...problem, requests: [aRequest(0, 2), aRequest(0, 3, { locked: 0 }), aRequest(1, 2)] };
    expect((await solveMeetings(locked, { steps: 2_000 })).schedule).toEqual([-1, 0, 0]);
  });

  it('gives the minimum that a participant was promised before others get more', async () => {
    const problem = aProblem({
      slots: aProblem().slots.slice(0, 1),
      pools: [{ id: 'hall', place: 0, tables: [1] }],
      participants: [
        aParticipant('b0', 'BUYER', 1),
        aParticipant('b1', 'BUYER', 1, { minimum: 1 }),
        ...aProblem().participants.slice(2),
      ],
      requests: [aRequest(0, 2, { weight: 9 }), aRequest(1, 3)],
    });
    expect((await solveMeetings(problem, { steps: 2_000 })).schedule).toEqual([-1, 0]);
  });

  it('stays near a published schedule when one meeting falls out and one comes in', async () => {
    const published = [0, 1, 1, 0];
    const problem = aProblem({
      participants: [
        aParticipant('b0', 'BUYER', 3, { representatives: [{ id: 'x', available: [0, 2] }] }),
        ...aProblem().participants.slice(1),
      ],
      published,
    });
    const { schedule, measure } = await solveMeetings(problem, { steps: 2_000 });
    expect(schedule).toEqual([0, 2, 1, 0]);
    expect(measure.changes).toBe(1);
  });

  describe('that is called off', () => {
    // So much that the test would not come to an end if the search went on.
    const steps = 1_000_000_000;
    const problem = inventInstance(INVENTED_EVENTS[0]!, 1);

    it('before it began takes no step, but keeps what is locked and has a first schedule', async () => {
      const locked = {
        ...problem,
        requests: problem.requests.map((one, i) => (i ? one : { ...one, locked: 0 })),
      };
      const called = new AbortController();
      called.abort();
      const solved = await solveMeetings(locked, { signal: called.signal, steps });
      expect(solved).toMatchObject({ cancelled: true });
      expect(solved.schedule[0]).toBe(0);
      expect(solved.measure.meetings).toBeGreaterThan(1);
      expect(solved.steps).toBeLessThan(10);
    });

    it.each(['MEETINGS', 'VALUE', 'FAIRNESS'] as const)(
      'in the phase %s ends there and gives what it has',
      async (phase) => {
        const called = new AbortController();
        const phases: string[] = [];
        const solved = await solveMeetings(problem, {
          signal: called.signal,
          steps: 20_000,
          onProgress: (progress) => {
            phases.push(progress.phase);
            if (progress.phase === phase) called.abort();
          },
        });
        expect(solved.cancelled).toBe(true);
        // Nothing is begun after it.
        expect([...new Set(phases)].slice(-2)).toEqual([phase, 'DONE']);
      },
    );
  });

  it('has an answer for an event without requests', async () => {
    const solved = await solveMeetings(aProblem({ requests: [] }));
    expect(solved).toMatchObject({ schedule: [], bound: 0, proven: true });
  });
});
