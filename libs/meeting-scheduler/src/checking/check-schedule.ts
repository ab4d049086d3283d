import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';
import type { RuleBreach } from '../rules/meeting-rule.js';
import { MEETING_RULES } from '../rules/rules.js';

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
