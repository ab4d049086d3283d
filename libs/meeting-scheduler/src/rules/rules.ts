import {
  type MeetingProblem,
  type MeetingSchedule,
  minutesBetween,
  pairOf,
  walkingBetween,
} from '../problem/meeting-problem.js';

/** The rules of a schedule, by what a broken one is called. */
export type MeetingRuleKey =
  | 'SLOT_EXISTS'
  | 'AVAILABLE'
  | 'ONE_MEETING_AT_A_TIME'
  | 'TABLES'
  | 'ONE_MEETING_PER_PAIR'
  | 'MAXIMUM'
  | 'MINIMUM'
  | 'NOT_WANTED'
  | 'LOCKED'
  | 'PRECEDENCE'
  | 'WALKING';

/** Where a schedule breaks a rule. */
export interface RuleBreach {
  readonly rule: MeetingRuleKey;
  /** The requests concerned. */
  readonly requests: readonly number[];
  readonly slot?: number;
  readonly participant?: number;
}

/** What a schedule has to keep. A rule knows nothing of how a schedule was made. */
export interface MeetingRule {
  readonly key: MeetingRuleKey;
  /** A shortfall is reported and does not make the schedule void: nobody can give meetings that are not there. */
  readonly shortfall?: boolean;
  breaches(problem: MeetingProblem, schedule: MeetingSchedule): RuleBreach[];
}

/** The requests that are held, grouped by a key; those without a key are left out. */
export function heldBy(
  problem: MeetingProblem,
  schedule: MeetingSchedule,
  keyOf: (request: number, slot: number) => string | readonly string[] | null,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  problem.requests.forEach((_, request) => {
    const slot = schedule[request] ?? -1;
    if (slot < 0) return;
    const keys = keyOf(request, slot) ?? [];
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const group = groups.get(key);
      if (group) group.push(request);
      else groups.set(key, [request]);
    }
  });
  return groups;
}

/** The two delegations of a request, each with the representative that it names. */
export function seatsOf(
  problem: MeetingProblem,
  request: number,
): readonly { readonly participant: number; readonly representative: number | undefined }[] {
  const wanted = problem.requests[request];
  if (!wanted) return [];
  return [
    { participant: wanted.buyer, representative: wanted.buyerRepresentative },
    { participant: wanted.supplier, representative: wanted.supplierRepresentative },
  ];
}

/** The requests held, per participant, in the order of the participants. */
export function meetingsOfParticipants(problem: MeetingProblem, schedule: MeetingSchedule): number[][] {
  const meetings: number[][] = problem.participants.map(() => []);
  problem.requests.forEach(({ buyer, supplier }, request) => {
    if ((schedule[request] ?? -1) < 0) return;
    meetings[buyer]?.push(request);
    meetings[supplier]?.push(request);
  });
  return meetings;
}

/** A meeting is in a slot of the event, and every request has an answer: a slot or none. */
const slotExists: MeetingRule = {
  key: 'SLOT_EXISTS',
  breaches: ({ requests, slots }, schedule) =>
    Array.from({ length: Math.max(requests.length, schedule.length) }, (_, request) => request)
      .filter((request) => {
        const slot = schedule[request];
        return (
          !requests[request] ||
          slot === undefined ||
          !Number.isInteger(slot) ||
          slot < -1 ||
          slot >= slots.length
        );
      })
      .map((request) => ({ rule: 'SLOT_EXISTS', requests: [request] })),
};

/** Whoever meets is there: the named representative, or anybody of the delegation; and the meeting may be then. */
const available: MeetingRule = {
  key: 'AVAILABLE',
  breaches: (problem, schedule) =>
    problem.requests.flatMap((wanted, request) => {
      const slot = schedule[request] ?? -1;
      if (slot < 0) return [];
      const there = seatsOf(problem, request).every(({ participant, representative }) => {
        const persons = problem.participants[participant]?.representatives ?? [];
        const asked =
          representative === undefined ? persons : persons.slice(representative, representative + 1);
        return asked.some((person) => person.available.includes(slot));
      });
      if (there && (!wanted.allowed || wanted.allowed.includes(slot))) return [];
      return [{ rule: 'AVAILABLE' as const, requests: [request], slot }];
    }),
};

/**
 * A representative sits at one table at a time, and a delegation at no more tables than it has persons there. With
 * named and unnamed representatives together both conditions suffice: the unnamed seats take whoever is left.
 */
const oneMeetingAtATime: MeetingRule = {
  key: 'ONE_MEETING_AT_A_TIME',
  breaches(problem, schedule) {
    const seats = heldBy(problem, schedule, (request, slot) =>
      seatsOf(problem, request).flatMap(({ participant, representative }) => [
        `${participant}//${slot}`,
        ...(representative === undefined ? [] : [`${participant}/${representative}/${slot}`]),
      ]),
    );
    return [...seats].flatMap(([key, requests]) => {
      const [participant = -1, representative = '', slot = -1] = key
        .split('/')
        .map((part, i) => (i === 1 ? part : Number(part))) as [number, string, number];
      const persons = problem.participants[participant]?.representatives ?? [];
      const there = persons.filter((person) => person.available.includes(slot)).length;
      // Where nobody is, being there is the rule that is broken.
      const limit = representative ? 1 : Math.max(1, there);
      if (requests.length <= limit) return [];
      return [{ rule: 'ONE_MEETING_AT_A_TIME' as const, requests, slot, participant }];
    });
  },
};

/** There is a table for every meeting: no more of them in a pool and slot than it has tables then. */
const tables: MeetingRule = {
  key: 'TABLES',
  breaches(problem, schedule) {
    const held = heldBy(problem, schedule, (request, slot) => `${problem.requests[request]?.pool}/${slot}`);
    return [...held].flatMap(([key, requests]) => {
      const [pool = -1, slot = -1] = key.split('/').map(Number);
      if (requests.length <= (problem.pools[pool]?.tables[slot] ?? 0)) return [];
      return [{ rule: 'TABLES' as const, requests, slot }];
    });
  },
};

/** A pair meets once: a supplier with one representative or one need of a buyer. */
const oneMeetingPerPair: MeetingRule = {
  key: 'ONE_MEETING_PER_PAIR',
  breaches(problem, schedule) {
    const held = heldBy(problem, schedule, (request) => {
      const wanted = problem.requests[request];
      return wanted ? pairOf(wanted) : null;
    });
    return [...held.values()]
      .filter((requests) => requests.length > 1)
      .map((requests) => ({ rule: 'ONE_MEETING_PER_PAIR' as const, requests }));
  },
};

/** A delegation gets no more meetings than it can take. */
const maximum: MeetingRule = {
  key: 'MAXIMUM',
  breaches: (problem, schedule) =>
    meetingsOfParticipants(problem, schedule).flatMap((requests, participant) => {
      const most = problem.participants[participant]?.maximum ?? Infinity;
      return requests.length > most ? [{ rule: 'MAXIMUM' as const, requests, participant }] : [];
    }),
};

/** A delegation gets as many meetings as it was promised. What cannot be had is a shortfall, reported to the organizer. */
const minimum: MeetingRule = {
  key: 'MINIMUM',
  shortfall: true,
  breaches: (problem, schedule) =>
    meetingsOfParticipants(problem, schedule).flatMap((requests, participant) => {
      const least = problem.participants[participant]?.minimum ?? 0;
      return requests.length < least ? [{ rule: 'MINIMUM' as const, requests, participant }] : [];
    }),
};

/** Nobody is put at a table with somebody whom one side does not want to meet. */
const notWanted: MeetingRule = {
  key: 'NOT_WANTED',
  breaches: ({ requests }, schedule) =>
    requests.flatMap(({ wish }, request) =>
      wish === 'NO' && (schedule[request] ?? -1) >= 0
        ? [{ rule: 'NOT_WANTED' as const, requests: [request], slot: schedule[request] ?? -1 }]
        : [],
    ),
};

/** What has been fixed stays where it is. */
const locked: MeetingRule = {
  key: 'LOCKED',
  breaches: ({ requests }, schedule) =>
    requests.flatMap((wanted, request) =>
      wanted.locked !== undefined && schedule[request] !== wanted.locked
        ? [{ rule: 'LOCKED' as const, requests: [request], slot: wanted.locked }]
        : [],
    ),
};

/** A meeting that is to come before another comes before it, when both are held. */
const precedence: MeetingRule = {
  key: 'PRECEDENCE',
  breaches: ({ precedences = [] }, schedule) =>
    precedences.flatMap(({ first, then }) => {
      const [one = -1, other = -1] = [schedule[first], schedule[then]];
      return one >= 0 && other >= 0 && one >= other
        ? [{ rule: 'PRECEDENCE' as const, requests: [first, then], slot: other }]
        : [];
    }),
};

/** Whose way can be followed: a named representative, or a delegation of one person. */
function walkers(problem: MeetingProblem, request: number): string[] {
  return seatsOf(problem, request).flatMap(({ participant, representative }) => {
    const alone = problem.participants[participant]?.representatives.length === 1;
    return alone || representative !== undefined ? [`${participant}/${alone ? 0 : representative}`] : [];
  });
}

/** Between two meetings of one person there is time to walk from table to table. */
const walking: MeetingRule = {
  key: 'WALKING',
  breaches(problem, schedule) {
    if (!problem.walkingMinutes) return [];
    const slotOf = (request: number) => schedule[request] ?? -1;
    return [...heldBy(problem, schedule, (request) => walkers(problem, request)).values()].flatMap(
      (meetings) => {
        const inOrder = [...meetings].sort((one, other) => slotOf(one) - slotOf(other));
        return inOrder.slice(1).flatMap((then, i) => {
          const first = inOrder[i] ?? then;
          const [one, other] = [problem.requests[first], problem.requests[then]];
          if (!one || !other || slotOf(first) === slotOf(then)) return [];
          const time = minutesBetween(problem, slotOf(first), slotOf(then));
          return time < walkingBetween(problem, one, other)
            ? [{ rule: 'WALKING' as const, requests: [first, then], slot: slotOf(then) }]
            : [];
        });
      },
    );
  },
};

/** All rules of a schedule. */
export const MEETING_RULES: readonly MeetingRule[] = [
  slotExists,
  available,
  oneMeetingAtATime,
  tables,
  oneMeetingPerPair,
  maximum,
  minimum,
  notWanted,
  locked,
  precedence,
  walking,
];
