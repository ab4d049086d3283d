import {
  checkSchedule,
  type MeetingProblem,
  measureSchedule,
  scheduleGreedily,
  solveMeetings,
  type SolveProgress,
} from '@app/meeting-scheduler';

/** What is printed of one instance. */
export interface MeasuredInstance {
  readonly name: string;
  readonly requests: number;
  /** No schedule holds more. */
  readonly bound: number;
  /** What a careful person reaches, in the same run. */
  readonly greedy: number;
  readonly scheduled: number;
  readonly value: number;
  readonly valueBound: number;
  readonly idlePeriods: number;
  readonly greedyIdlePeriods: number;
  readonly minPerParticipant: number;
  readonly seconds: number;
  readonly proven: boolean;
  /** Slot per request, −1 for none. */
  readonly schedule: readonly number[];
}

/** Schedules one instance, verifies the schedule by the rules, and measures it. Throws when a rule is broken. */
export async function measureMeetings(
  problem: MeetingProblem,
  seconds: number | undefined,
  onProgress: (progress: SolveProgress) => void,
): Promise<MeasuredInstance> {
  const greedy = scheduleGreedily(problem);
  const began = performance.now();
  const solved = await solveMeetings(problem, { seconds: seconds ?? usualSeconds(problem), onProgress });
  const took = (performance.now() - began) / 1000;
  for (const schedule of [greedy, solved.schedule]) {
    const [breach] = checkSchedule(problem, schedule).breaches;
    if (breach) throw new Error(`${problem.name}: the schedule breaks a rule: ${JSON.stringify(breach)}`);
  }
  const byHand = measureSchedule(problem, greedy);
  return {
    name: problem.name,
    requests: problem.requests.length,
    bound: solved.bound,
    greedy: byHand.meetings,
    scheduled: solved.measure.meetings,
    value: solved.measure.value,
    valueBound: solved.valueBound,
    idlePeriods: solved.measure.idlePeriods,
    greedyIdlePeriods: byHand.idlePeriods,
    minPerParticipant: solved.measure.minPerParticipant,
    seconds: took,
    proven: solved.proven,
    schedule: solved.schedule,
  };
}

/** 8 seconds up to 5,000 requests, 22 from 30,000, in between in proportion; a small event is done sooner. */
function usualSeconds({ requests }: MeetingProblem): number {
  if (requests.length <= 500) return 5;
  return 8 + 14 * Math.min(1, Math.max(0, requests.length - 5000) / 25_000);
}
