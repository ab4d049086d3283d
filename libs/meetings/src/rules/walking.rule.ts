import { minutesBetween, type MeetingProblem, walkingBetween } from '../model/meeting-problem.js';
import { heldBy, type MeetingRule, seatsOf } from './meeting-rule.js';

/** Whose way can be followed: a named representative, or a delegation of one person. */
function walkers(problem: MeetingProblem, request: number): string[] {
  return seatsOf(problem, request).flatMap(({ participant, representative }) => {
    const alone = problem.participants[participant]?.representatives.length === 1;
    return alone || representative !== undefined ? [`${participant}/${alone ? 0 : representative}`] : [];
  });
}

/** Between two meetings of one person there is time to walk from table to table. */
export const walking: MeetingRule = {
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
