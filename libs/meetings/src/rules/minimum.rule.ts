import type { MeetingRule } from './meeting-rule.js';
import { meetingsOfParticipants } from './meetings-of-participants.js';

/** A delegation gets as many meetings as it was promised. What cannot be had is a shortfall, reported to the organizer. */
export const minimum: MeetingRule = {
  key: 'MINIMUM',
  shortfall: true,
  breaches: (problem, schedule) =>
    meetingsOfParticipants(problem, schedule).flatMap((requests, participant) => {
      const least = problem.participants[participant]?.minimum ?? 0;
      return requests.length < least ? [{ rule: 'MINIMUM' as const, requests, participant }] : [];
    }),
};
