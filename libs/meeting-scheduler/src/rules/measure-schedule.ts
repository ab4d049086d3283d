import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import { MEETING_RULES, meetingsOfParticipants, type RuleBreach } from './rules.js';

/** What the checker says of a schedule. */
export interface ScheduleCheck {
  /** Whether no rule is broken; shortfalls do not count. */
  readonly valid: boolean;
  readonly breaches: readonly RuleBreach[];
  readonly shortfalls: readonly RuleBreach[];
}

/** Verifies a schedule against every rule, whoever made it. Shares nothing with the solvers but the problem. */
export function checkSchedule(problem: MeetingProblem, schedule: MeetingSchedule): ScheduleCheck {
  const breachesOf = (shortfall: boolean) =>
    MEETING_RULES.filter((rule) => (rule.shortfall ?? false) === shortfall).flatMap((rule) =>
      rule.breaches(problem, schedule),
    );
  const breaches = breachesOf(false);
  return { valid: breaches.length === 0, breaches, shortfalls: breachesOf(true) };
}

/** How good a schedule is, in the order in which it counts. */
export interface ScheduleMeasure {
  /** MUST wishes held, and how many there are. */
  readonly musts: number;
  readonly mustsWished: number;
  readonly meetings: number;
  /** Sum of the weights of the meetings held. */
  readonly value: number;
  /** The smallest number of meetings of a participant who is in some request that could be held at all. */
  readonly minPerParticipant: number;
  /** Maximal runs of empty slots between two meetings of one participant, over all participants. */
  readonly idlePeriods: number;
  /** Requests whose slot differs from the published schedule. */
  readonly changes: number;
}

/** Measures a schedule from the problem alone. */
export function measureSchedule(problem: MeetingProblem, schedule: MeetingSchedule): ScheduleMeasure {
  const { requests, published } = problem;
  const held = requests.map((_, request) => request).filter((request) => (schedule[request] ?? -1) >= 0);
  const perParticipant = meetingsOfParticipants(problem, schedule);
  const asked = new Set(
    requests.flatMap(({ buyer, supplier, wish }) => (wish === 'NO' ? [] : [buyer, supplier])),
  );
  const counts = [...asked].map((participant) => perParticipant[participant]?.length ?? 0);
  return {
    musts: held.filter((request) => requests[request]?.wish === 'MUST').length,
    mustsWished: requests.filter(({ wish }) => wish === 'MUST').length,
    meetings: held.length,
    value: held.reduce((sum, request) => sum + (requests[request]?.weight ?? 0), 0),
    minPerParticipant: counts.reduce((least, count) => Math.min(least, count), counts[0] ?? 0),
    idlePeriods: perParticipant.reduce(
      (sum, meetings) => sum + idlePeriods(meetings.map((request) => schedule[request] ?? -1)),
      0,
    ),
    changes: published ? requests.filter((_, i) => published[i] !== (schedule[i] ?? -1)).length : 0,
  };
}

/** Idle periods of one participant, from the slots of the participant's meetings. */
export function idlePeriods(slots: readonly number[]): number {
  const inOrder = [...new Set(slots)].sort((one, other) => one - other);
  return inOrder.filter((slot, i) => i > 0 && slot - (inOrder[i - 1] ?? slot) > 1).length;
}
