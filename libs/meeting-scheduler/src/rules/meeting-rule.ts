import type { MeetingProblem, MeetingSchedule } from '../problem/meeting-problem.js';

/** The rules of a schedule, by what a broken one is called. */
export type MeetingRuleKey =
  | 'SLOT_EXISTS'
  | 'AVAILABLE'
  | 'ONE_MEETING_AT_A_TIME'
  | 'TABLES'
  | 'ONE_MEETING_PER_PAIR'
  | 'MAXIMUM'
  | 'MINIMUM'
  | 'NOT_WANTED'
  | 'LOCKED'
  | 'PRECEDENCE'
  | 'WALKING';

/** Where a schedule breaks a rule. */
export interface RuleBreach {
  readonly rule: MeetingRuleKey;
  /** The requests concerned. */
  readonly requests: readonly number[];
  readonly slot?: number;
  readonly participant?: number;
}

/** What a schedule has to keep. A rule knows nothing of how a schedule was made. */
export interface MeetingRule {
  readonly key: MeetingRuleKey;
  /** A shortfall is reported and does not make the schedule void: nobody can give meetings that are not there. */
  readonly shortfall?: boolean;
  breaches(problem: MeetingProblem, schedule: MeetingSchedule): RuleBreach[];
}

/** The requests that are held, grouped by a key; those without a key are left out. */
export function heldBy(
  problem: MeetingProblem,
  schedule: MeetingSchedule,
  keyOf: (request: number, slot: number) => string | readonly string[] | null,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  problem.requests.forEach((_, request) => {
    const slot = schedule[request] ?? -1;
    if (slot < 0) return;
    const keys = keyOf(request, slot) ?? [];
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const group = groups.get(key);
      if (group) group.push(request);
      else groups.set(key, [request]);
    }
  });
  return groups;
}

/** The two delegations of a request, each with the representative that it names. */
export function seatsOf(
  problem: MeetingProblem,
  request: number,
): readonly { readonly participant: number; readonly representative: number | undefined }[] {
  const wanted = problem.requests[request];
  if (!wanted) return [];
  return [
    { participant: wanted.buyer, representative: wanted.buyerRepresentative },
    { participant: wanted.supplier, representative: wanted.supplierRepresentative },
  ];
}

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
