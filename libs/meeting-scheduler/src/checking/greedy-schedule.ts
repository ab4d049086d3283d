import { compileProblem } from '../problem/compile-problem.js';
import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import { greedySchedule } from '../search/first-schedule.js';
import { ScheduleState } from '../search/schedule-state.js';

/** The schedule of a careful person without a computer: the best wishes first, each in the first free slot. */
export function scheduleGreedily(problem: MeetingProblem): MeetingSchedule {
  const state = new ScheduleState(compileProblem(problem));
  greedySchedule(state);
  return [...state.slotOf];
}
