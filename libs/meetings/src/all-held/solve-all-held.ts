import { starLimits } from '../bounds/star-limits.js';
import { checkSchedule } from '../checking/check-schedule.js';
import { measureSchedule } from '../checking/measure-schedule.js';
import { compileProblem } from '../model/compile-problem.js';
import type { MeetingProblem, MeetingSchedule } from '../model/meeting-problem.js';
import type { SlotModel } from '../model/slot-model.js';
import { CountSearch } from '../search/count-search.js';
import { Deadline } from '../search/deadline.js';
import { IdleSearch } from '../search/idle-search.js';
import { Insertion } from '../search/insertion.js';
import { placeChosen, placeLocked } from '../search/first-schedule.js';
import { RandomSource } from '../search/random-source.js';
import { ScheduleState } from '../search/schedule-state.js';
import { AllHeldClauses } from './all-held-clauses.js';

/** What is known of an event at which every requested meeting has to be held. */
export interface AllHeldOutcome {
  /** Whether there is such a schedule; null when time ran out before anybody knew. */
  readonly feasible: boolean | null;
  readonly schedule: MeetingSchedule | null;
  readonly idlePeriods: number | null;
  /** Whether it is proven that there is no schedule, or none with fewer idle periods. */
  readonly proven: boolean;
  readonly seconds: number;
}

/** Told whenever a better schedule is found. */
export type IdlePeriodsFound = (idlePeriods: number) => void;

/** Share of the time for the first search, before the proof is begun. */
const SEARCH_SHARE = 0.1;
const SEARCH_SECONDS = 6;

/**
 * Holds every requested meeting with as few idle periods as possible: a local search first, then conflict-driven
 * search over clauses, each time for one idle period fewer, until there is none or it is proven that there cannot be.
 */
export function solveAllHeld(
  problem: MeetingProblem,
  seconds = 60,
  onFound: IdlePeriodsFound = () => undefined,
): AllHeldOutcome {
  const began = performance.now();
  const took = () => (performance.now() - began) / 1000;
  const model = compileProblem(problem);
  if (obviouslyImpossible(model))
    return { feasible: false, schedule: null, idlePeriods: null, proven: true, seconds: took() };
  const deadline = Deadline.in(seconds * 1000);
  let best = searched(model, Deadline.in(Math.min(SEARCH_SECONDS, seconds * SEARCH_SHARE) * 1000));
  const idle = () => (best ? verified(problem, best) : Infinity);
  if (best) onFound(idle());
  let proven = idle() === 0;
  const clauses = proven ? null : new AllHeldClauses(model);
  while (clauses && !proven) {
    if (best) {
      clauses.suggest(best);
      clauses.limitIdlePeriods(idle() - 1);
    }
    const answer = clauses.solver.solve(() => deadline.passed(1));
    if (answer === 'UNKNOWN') break;
    proven = answer === 'UNSATISFIABLE';
    if (proven) break;
    best = clauses.schedule();
    onFound(idle());
    proven = idle() === 0;
  }
  const feasible = best ? true : proven ? false : null;
  return { feasible, schedule: best && [...best], idlePeriods: best && idle(), proven, seconds: took() };
}

/** Whether some meeting has no slot, or some participant more meetings than slots. */
function obviouslyImpossible(model: SlotModel): boolean {
  const limits = starLimits(model);
  const tooMany = limits.some(
    (limit, participant) => limit < model.requestStart[participant + 1]! - model.requestStart[participant]!,
  );
  return tooMany || model.allowedCount.some((count) => count === 0);
}

/** A schedule with every meeting by local search, null when it finds none. */
function searched(model: SlotModel, deadline: Deadline): Int32Array | null {
  const insertion = new Insertion(new ScheduleState(model), new RandomSource(1));
  placeLocked(insertion.state);
  placeChosen(insertion, [...Array(model.requests).keys()], () => deadline.passed());
  new CountSearch(insertion).run(model.requests, deadline.part(0.6));
  if (insertion.state.count < model.requests) return null;
  new IdleSearch(insertion).run(0, deadline);
  return insertion.state.slotOf.slice();
}

/** Idle periods of a schedule that keeps every rule and holds every meeting; anything else is an error of ours. */
function verified(problem: MeetingProblem, slotOf: Int32Array): number {
  const schedule = [...slotOf];
  const { valid, breaches } = checkSchedule(problem, schedule);
  if (!valid) throw new Error(`the schedule breaks a rule: ${JSON.stringify(breaches[0])}`);
  if (schedule.includes(-1)) throw new Error('the schedule leaves a meeting out');
  return measureSchedule(problem, schedule).idlePeriods;
}
