import { pairOf } from '../model/meeting-problem.js';
import { heldBy, type MeetingRule } from './meeting-rule.js';

/** A pair meets once: a supplier with one representative or one need of a buyer. */
export const oneMeetingPerPair: MeetingRule = {
  key: 'ONE_MEETING_PER_PAIR',
  breaches(problem, schedule) {
    const held = heldBy(problem, schedule, (request) => {
      const wanted = problem.requests[request];
      return wanted ? pairOf(wanted) : null;
    });
    return [...held.values()]
      .filter((requests) => requests.length > 1)
      .map((requests) => ({ rule: 'ONE_MEETING_PER_PAIR' as const, requests }));
  },
};
