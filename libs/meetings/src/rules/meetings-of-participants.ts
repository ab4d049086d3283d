import type { MeetingProblem, MeetingSchedule } from '../model/meeting-problem.js';

/** The requests held, per participant, in the order of the participants. */
export function meetingsOfParticipants(problem: MeetingProblem, schedule: MeetingSchedule): number[][] {
  const meetings: number[][] = problem.participants.map(() => []);
  problem.requests.forEach(({ buyer, supplier }, request) => {
    if ((schedule[request] ?? -1) < 0) return;
    meetings[buyer]?.push(request);
    meetings[supplier]?.push(request);
  });
  return meetings;
}
