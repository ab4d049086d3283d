import type { MeetingRule } from './meeting-rule.js';
import { meetingsOfParticipants } from './meetings-of-participants.js';

/** A delegation gets no more meetings than it can take. */
export const maximum: MeetingRule = {
  key: 'MAXIMUM',
  breaches: (problem, schedule) =>
    meetingsOfParticipants(problem, schedule).flatMap((requests, participant) => {
      const most = problem.participants[participant]?.maximum ?? Infinity;
      return requests.length > most ? [{ rule: 'MAXIMUM' as const, requests, participant }] : [];
    }),
};
