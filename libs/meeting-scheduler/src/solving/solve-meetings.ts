import { checkSchedule, measureSchedule, type ScheduleMeasure } from '../rules/measure-schedule.js';
import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import { SolverRun } from './solver-run.js';

/** How long a solver may work, and who may call it off. */
export interface SolveOptions {
  /** Seconds for everything (8). */
  readonly seconds?: number;
  /** Steps of the search instead of seconds: the same result on every machine, for tests and comparisons. */
  readonly steps?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** What the solver is at. */
export type SolvePhase = 'MEETINGS' | 'VALUE' | 'FAIRNESS' | 'IDLE_PERIODS' | 'DONE';

/** Told while the solver works: how far it is, and how far it could get. */
export interface SolveProgress {
  readonly phase: SolvePhase;
  readonly meetings: number;
  /** No schedule holds more meetings; −1 while not yet known. */
  readonly bound: number;
  readonly seconds: number;
}

/** A schedule, verified, with what is known of how good it can be. */
export interface SolvedMeetings {
  readonly schedule: MeetingSchedule;
  readonly measure: ScheduleMeasure;
  /** No schedule with as many MUST wishes holds more meetings. */
  readonly bound: number;
  /** No schedule with the most meetings has more value. */
  readonly valueBound: number;
  /** Whether the number of meetings is the greatest there is. */
  readonly proven: boolean;
  readonly cancelled: boolean;
  readonly seconds: number;
  /** Steps that the search took. */
  readonly steps: number;
}

/** A schedule that breaks a rule never leaves the solver; this says that the solver is wrong, or locked meetings are. */
export class UnlawfulSchedule extends Error {}

/**
 * Finds a schedule: every rule kept, then most MUST wishes, meetings, value, the most for whoever has least, the fewest
 * idle periods. Works in threads and can be called off at any time; the best schedule so far is then returned.
 */
export async function solveMeetings(
  problem: MeetingProblem,
  options: SolveOptions = {},
): Promise<SolvedMeetings> {
  const run = new SolverRun(problem, options);
  try {
    const best = await run.solve();
    const schedule = [...best.slotOf];
    const { valid, breaches } = checkSchedule(problem, schedule);
    if (!valid) throw new UnlawfulSchedule(JSON.stringify(breaches.slice(0, 3)));
    const measure = measureSchedule(problem, schedule);
    return {
      schedule,
      measure,
      bound: Math.max(best.meetingsBound, measure.meetings),
      valueBound: Math.max(best.valueBound, measure.value),
      proven: measure.meetings >= best.meetingsBound && measure.musts === measure.mustsWished,
      cancelled: options.signal?.aborted ?? false,
      seconds: run.seconds(),
      steps: run.steps,
    };
  } finally {
    await run.close();
  }
}
