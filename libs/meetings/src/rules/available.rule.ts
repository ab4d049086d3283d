import { type MeetingRule, seatsOf } from './meeting-rule.js';

/** Whoever meets is there: the named representative, or anybody of the delegation; and the meeting may be then. */
export const available: MeetingRule = {
  key: 'AVAILABLE',
  breaches: (problem, schedule) =>
    problem.requests.flatMap((wanted, request) => {
      const slot = schedule[request] ?? -1;
      if (slot < 0) return [];
      const there = seatsOf(problem, request).every(({ participant, representative }) => {
        const persons = problem.participants[participant]?.representatives ?? [];
        const asked =
          representative === undefined ? persons : persons.slice(representative, representative + 1);
        return asked.some((person) => person.available.includes(slot));
      });
      if (there && (!wanted.allowed || wanted.allowed.includes(slot))) return [];
      return [{ rule: 'AVAILABLE' as const, requests: [request], slot }];
    }),
};
