import type { MeetingRule } from './meeting-rule.js';

/** A meeting that is to come before another comes before it, when both are held. */
export const precedence: MeetingRule = {
  key: 'PRECEDENCE',
  breaches: ({ precedences = [] }, schedule) =>
    precedences.flatMap(({ first, then }) => {
      const [one = -1, other = -1] = [schedule[first], schedule[then]];
      return one >= 0 && other >= 0 && one >= other
        ? [{ rule: 'PRECEDENCE' as const, requests: [first, then], slot: other }]
        : [];
    }),
};
