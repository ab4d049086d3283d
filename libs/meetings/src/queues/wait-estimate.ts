import type { QueueTable } from './queue-table.entity.js';

/** How many talks have to be known before they count more than what the organizers expect. */
const ENOUGH_TALKS = 3;

/** How fast a line moves. */
interface LinePace {
  /** What the organizers expect of a talk, in minutes. */
  readonly minutesEach: number;
  /** How long the latest talks took, in minutes, in any order. */
  readonly recentMinutes: readonly number[];
  /** How long the talk of now has lasted, in minutes; null when nobody is called. */
  readonly talkingMinutes: number | null;
}

/** How long a talk takes, in minutes: the median of the latest ones, so that a number that nobody ended does not count. */
export function minutesPerTalk({ minutesEach, recentMinutes }: LinePace): number {
  if (recentMinutes.length < ENOUGH_TALKS) return minutesEach;
  const inOrder = [...recentMinutes].sort((one, other) => one - other);
  const middle = inOrder.length >> 1;
  return inOrder.length % 2 === 1 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2;
}

/**
 * How long somebody waits who has so many before them, in whole minutes, rounded up: what is left of the talk of now and
 * one talk for each of them. A talk that takes longer than usual is taken to end at once.
 */
export function expectedWait(pace: LinePace, ahead: number): number {
  const each = minutesPerTalk(pace);
  const left = pace.talkingMinutes === null ? 0 : Math.max(0, each - pace.talkingMinutes);
  return Math.ceil(left + ahead * each);
}

const MINUTE_MS = 60_000;

/** How a line stands. */
export interface QueueStanding {
  readonly id: string;
  readonly called: number | null;
  readonly calledAt: Date | null;
  readonly waiting: number;
  /** How long the latest talks took, in minutes. */
  readonly recentMinutes: readonly number[];
}

/** How fast the line of a table moves, as far as that is known at a time. */
export function paceOf({ minutesEach }: QueueTable, standing: QueueStanding | null, now: Date): LinePace {
  const since = standing?.calledAt;
  return {
    minutesEach,
    recentMinutes: standing?.recentMinutes ?? [],
    talkingMinutes: since ? (+now - +since) / MINUTE_MS : null,
  };
}
