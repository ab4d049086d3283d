import type { MeetingProblem, MeetingSchedule } from '@app/meeting-scheduler';
import type { SolvedMeetings, SolveOptions } from '@app/meeting-scheduler';
import { AdviceKind, LeftOutCause } from './scheduling.enums.js';

/** A change that organizers could make, as the problem that it would lead to. */
export interface PossibleChange {
  readonly kind: AdviceKind;
  /** Index of the slot from which it holds. */
  readonly slot: number | null;
  /** Index of the participant concerned. */
  readonly participant: number | null;
  readonly problem: MeetingProblem;
}

/** A change with what it brings. */
export interface WorthwhileChange extends Pick<PossibleChange, 'kind' | 'slot' | 'participant'> {
  readonly gain: number;
  readonly mostGain: number;
}

/** Changes that may help with what is left out; a change that cannot touch any of it is not among them. */
export function possibleChanges(
  problem: MeetingProblem,
  schedule: MeetingSchedule,
  causes: readonly (LeftOutCause | null)[],
): PossibleChange[] {
  const occurs = (...wanted: LeftOutCause[]) => causes.some((cause) => cause && wanted.includes(cause));
  const busy = occurs(LeftOutCause.NO_SHARED_SLOT, LeftOutCause.LOWER_PRIORITY, LeftOutCause.TABLES_FULL);
  const change = (kind: AdviceKind, changed: MeetingProblem, more: Partial<PossibleChange> = {}) => ({
    kind,
    slot: null,
    participant: null,
    problem: changed,
    ...more,
  });
  const limited = occurs(LeftOutCause.LIMIT_REACHED);
  const missed = busy ? mostMissed(problem, causes) : null;
  return [
    ...(busy && tablesRunOut(problem, schedule) ? tablesFrom(problem, change) : []),
    ...(busy && problem.slots.length > 0 ? [change(AdviceKind.ONE_MORE_SLOT, oneMoreSlot(problem))] : []),
    ...(limited ? higherLimits(problem, change) : []),
    ...(missed === null
      ? []
      : [
          change(AdviceKind.ALL_SLOTS_FOR_PARTICIPANT, alwaysThere(problem, missed), { participant: missed }),
        ]),
  ];
}

type MakeChange = (
  kind: AdviceKind,
  changed: MeetingProblem,
  more?: Partial<PossibleChange>,
) => PossibleChange;

/** Whether all tables are taken in some slot: then more of them may let meetings change places, too. */
function tablesRunOut({ pools, slots }: MeetingProblem, schedule: MeetingSchedule): boolean {
  const taken = slots.map((_, slot) => schedule.filter((at) => at === slot).length);
  return slots.some((_, slot) => {
    const tables = pools.reduce((sum, pool) => sum + (pool.tables[slot] ?? 0), 0);
    return tables > 0 && taken[slot]! >= tables;
  });
}

/** One more table from the beginning, and one from the middle of the day. */
function tablesFrom(problem: MeetingProblem, change: MakeChange): PossibleChange[] {
  const ahead = problem.requests.flatMap(({ allowed, locked }) =>
    locked === undefined ? (allowed ? allowed.slice(0, 1) : 0) : [],
  );
  const first = ahead.reduce((least, slot) => Math.min(least, slot), problem.slots.length);
  const middle = Math.ceil((first + problem.slots.length) / 2);
  return [...new Set([first, middle])]
    .filter((slot) => slot < problem.slots.length)
    .map((slot) =>
      change(
        AdviceKind.ONE_MORE_TABLE,
        {
          ...problem,
          pools: problem.pools.map((pool) => ({
            ...pool,
            tables: pool.tables.map((tables, at) => (at >= slot ? tables + 1 : tables)),
          })),
        },
        { slot },
      ),
    );
}

function oneMoreSlot(problem: MeetingProblem): MeetingProblem {
  const last = problem.slots.at(-1)!;
  const added = problem.slots.length;
  return {
    ...problem,
    slots: [...problem.slots, { startsAt: last.endsAt, endsAt: last.endsAt * 2 - last.startsAt }],
    pools: problem.pools.map((pool) => ({ ...pool, tables: [...pool.tables, pool.tables.at(-1) ?? 0] })),
    participants: problem.participants.map((participant) => ({
      ...participant,
      representatives: participant.representatives.map(({ id, available }) => ({
        id,
        available: [...available, added],
      })),
    })),
    requests: problem.requests.map((request) =>
      request.allowed ? { ...request, allowed: [...request.allowed, added] } : request,
    ),
  };
}

function higherLimits(problem: MeetingProblem, change: MakeChange): PossibleChange[] {
  const sides = [
    [AdviceKind.HIGHER_LIMIT_OF_BUYERS, 'BUYER'],
    [AdviceKind.HIGHER_LIMIT_OF_SUPPLIERS, 'SUPPLIER'],
  ] as const;
  return sides
    .filter(([, side]) => problem.participants.some((each) => each.side === side && each.maximum))
    .map(([kind, side]) =>
      change(kind, {
        ...problem,
        participants: problem.participants.map((each) =>
          each.side === side && each.maximum !== undefined ? { ...each, maximum: each.maximum + 1 } : each,
        ),
      }),
    );
}

/** Of those who are not always there, the one of whom most wished meetings are left out. */
function mostMissed(problem: MeetingProblem, causes: readonly (LeftOutCause | null)[]): number | null {
  const missed = problem.participants.map(() => 0);
  problem.requests.forEach(({ buyer, supplier }, i) => {
    if (!causes[i] || causes[i] === LeftOutCause.DECLINED) return;
    for (const participant of [buyer, supplier]) missed[participant]!++;
  });
  const away = problem.participants.flatMap(({ representatives }, i) =>
    missed[i]! > 0 && representatives.some(({ available }) => available.length < problem.slots.length)
      ? [i]
      : [],
  );
  return away.reduce<number | null>(
    (most, i) => (most === null || missed[i]! > missed[most]! ? i : most),
    null,
  );
}

function alwaysThere(problem: MeetingProblem, participant: number): MeetingProblem {
  const available = problem.slots.map((_, slot) => slot);
  return {
    ...problem,
    participants: problem.participants.map((each, i) =>
      i === participant
        ? { ...each, representatives: each.representatives.map(({ id }) => ({ id, available })) }
        : each,
    ),
  };
}

/** How a problem is solved; given from outside, so that whoever advises need not know threads. */
export type Solve = (problem: MeetingProblem, options: SolveOptions) => Promise<SolvedMeetings>;

/**
 * What changes really bring: each is scheduled anew, for so many seconds or steps altogether. `gain` is a schedule that was found
 * and checked, `mostGain` is what its bound leaves open; changes without gain are left out. The best stands first.
 */
export async function worthwhileChanges(
  changes: readonly PossibleChange[],
  now: Pick<SolvedMeetings, 'measure'>,
  solve: Solve,
  options: Pick<SolveOptions, 'seconds' | 'steps' | 'signal'>,
): Promise<WorthwhileChange[]> {
  const worthwhile: WorthwhileChange[] = [];
  for (const { problem, ...change } of changes) {
    if (options.signal?.aborted) break;
    const budget =
      options.steps === undefined
        ? { seconds: (options.seconds ?? 5) / changes.length }
        : { steps: options.steps / changes.length };
    const { measure, bound } = await solve(problem, { ...budget, signal: options.signal });
    const isFair = measure.musts >= now.measure.musts;
    const gain = measure.meetings - now.measure.meetings;
    if (isFair && gain > 0) worthwhile.push({ ...change, gain, mostGain: bound - now.measure.meetings });
  }
  return worthwhile.sort((one, other) => other.gain - one.gain);
}
