import { heldBy, type MeetingRule, seatsOf } from './meeting-rule.js';

/**
 * A representative sits at one table at a time, and a delegation at no more tables than it has persons there. With
 * named and unnamed representatives together both conditions suffice: the unnamed seats take whoever is left.
 */
export const oneMeetingAtATime: MeetingRule = {
  key: 'ONE_MEETING_AT_A_TIME',
  breaches(problem, schedule) {
    const seats = heldBy(problem, schedule, (request, slot) =>
      seatsOf(problem, request).flatMap(({ participant, representative }) => [
        `${participant}//${slot}`,
        ...(representative === undefined ? [] : [`${participant}/${representative}/${slot}`]),
      ]),
    );
    return [...seats].flatMap(([key, requests]) => {
      const [participant = -1, representative = '', slot = -1] = key
        .split('/')
        .map((part, i) => (i === 1 ? part : Number(part))) as [number, string, number];
      const persons = problem.participants[participant]?.representatives ?? [];
      const there = persons.filter((person) => person.available.includes(slot)).length;
      // Where nobody is, being there is the rule that is broken.
      const limit = representative ? 1 : Math.max(1, there);
      if (requests.length <= limit) return [];
      return [{ rule: 'ONE_MEETING_AT_A_TIME' as const, requests, slot, participant }];
    });
  },
};
