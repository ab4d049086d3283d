import { checkSchedule } from './measure-schedule.js';
import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import { aParticipant, aProblem, aRequest } from '../../../../test/support/builders/meeting-problem.js';
import { MEETING_RULES, type MeetingRuleKey } from './rules.js';

interface Example {
  readonly rule: MeetingRuleKey;
  readonly problem: MeetingProblem;
  readonly kept: MeetingSchedule;
  readonly broken: MeetingSchedule;
}

const base = aProblem();
const twoPersons = aProblem({
  participants: [
    aParticipant('b0', 'BUYER', 3, {
      representatives: [
        { id: 'x', available: [0, 1] },
        { id: 'y', available: [0] },
      ],
    }),
    ...base.participants.slice(1),
  ],
});
const apart = {
  pools: [
    { id: 'near', place: 0, tables: [2, 2, 2] },
    { id: 'far', place: 1, tables: [2, 2, 2] },
  ],
  walkingMinutes: [
    [0, 10],
    [10, 0],
  ],
};

const EXAMPLES: readonly Example[] = [
  { rule: 'SLOT_EXISTS', problem: base, kept: [0, 1, 1, 0], broken: [0, 1, 1, -2] },
  { rule: 'SLOT_EXISTS', problem: base, kept: [0, 1, 1, -1], broken: [0, 1, 1] },
  {
    rule: 'AVAILABLE',
    problem: { ...base, requests: [aRequest(0, 2, { allowed: [1] })] },
    kept: [1],
    broken: [0],
  },
  { rule: 'AVAILABLE', problem: twoPersons, kept: [0, 1, -1, -1], broken: [0, 2, -1, -1] },
  { rule: 'ONE_MEETING_AT_A_TIME', problem: base, kept: [0, 1, 1, 0], broken: [0, 0, -1, -1] },
  { rule: 'ONE_MEETING_AT_A_TIME', problem: twoPersons, kept: [0, 0, -1, -1], broken: [1, 1, -1, -1] },
  {
    rule: 'ONE_MEETING_AT_A_TIME',
    problem: {
      ...twoPersons,
      requests: [aRequest(0, 2, { buyerRepresentative: 0 }), aRequest(0, 3, { buyerRepresentative: 0 })],
    },
    kept: [0, 1],
    broken: [0, 0],
  },
  {
    rule: 'TABLES',
    problem: { ...base, pools: [{ id: 'hall', place: 0, tables: [1, 2, 0] }] },
    kept: [0, 1, 1, -1],
    broken: [0, -1, -1, 0],
  },
  {
    rule: 'ONE_MEETING_PER_PAIR',
    problem: { ...base, requests: [aRequest(0, 2), aRequest(0, 2)] },
    kept: [0, -1],
    broken: [0, 1],
  },
  {
    rule: 'MAXIMUM',
    problem: {
      ...base,
      participants: [aParticipant('b0', 'BUYER', 3, { maximum: 1 }), ...base.participants.slice(1)],
    },
    kept: [0, -1, 1, 2],
    broken: [0, 1, -1, -1],
  },
  {
    rule: 'MINIMUM',
    problem: {
      ...base,
      participants: [aParticipant('b0', 'BUYER', 3, { minimum: 2 }), ...base.participants.slice(1)],
    },
    kept: [0, 1, -1, -1],
    broken: [0, -1, 1, -1],
  },
  {
    rule: 'NOT_WANTED',
    problem: { ...base, requests: [aRequest(0, 2, { wish: 'NO' })] },
    kept: [-1],
    broken: [0],
  },
  { rule: 'LOCKED', problem: { ...base, requests: [aRequest(0, 2, { locked: 1 })] }, kept: [1], broken: [0] },
  {
    rule: 'PRECEDENCE',
    problem: { ...base, precedences: [{ first: 0, then: 3 }] },
    kept: [0, -1, -1, 1],
    broken: [1, -1, -1, 1],
  },
  {
    rule: 'WALKING',
    problem: { ...base, ...apart, requests: [aRequest(0, 2), aRequest(0, 3, { pool: 1 })] },
    kept: [0, 2],
    broken: [0, 1],
  },
];

describe('the rules of a schedule', () => {
  it.each(EXAMPLES)('$rule is kept by $kept and broken by $broken', ({ rule, problem, kept, broken }) => {
    const broke = (schedule: MeetingSchedule) => {
      const { breaches, shortfalls } = checkSchedule(problem, schedule);
      return [...new Set([...breaches, ...shortfalls].map((breach) => breach.rule))];
    };
    expect(broke(kept)).toEqual([]);
    expect(broke(broken)).toEqual([rule]);
  });

  it('has an example for each', () => {
    expect(new Set(EXAMPLES.map(({ rule }) => rule))).toEqual(new Set(MEETING_RULES.map(({ key }) => key)));
  });

  it('calls a schedule with a shortfall valid and names the shortfall', () => {
    const example = EXAMPLES.find(({ rule }) => rule === 'MINIMUM')!;
    const check = checkSchedule(example.problem, example.broken);
    expect(check.valid).toBe(true);
    expect(check.shortfalls).toEqual([{ rule: 'MINIMUM', requests: [0], participant: 0 }]);
  });
});
