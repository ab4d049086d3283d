/** Which side of the table a participant sits on. */
export type MeetingSide = 'BUYER' | 'SUPPLIER';

/** How much a meeting is wished for: it has to be held, it is wanted, or one side does not want it. */
export type MeetingWishLevel = 'MUST' | 'WANT' | 'NO';

/** A span of the event in which one meeting fits. Slots stand in the order of time and do not overlap. */
export interface MeetingSlotSpan {
  /** Minutes since any fixed moment, the same for all slots. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Tables that stand together. A table that belongs to one participant is a pool of one. */
export interface TablePool {
  readonly id: string;
  /** Where they stand; index into the places of `walkingMinutes`. */
  readonly place: number;
  /** How many tables there are, per slot. */
  readonly tables: readonly number[];
}

/** One person of a delegation and the slots (indexes) in which he or she is there. */
export interface MeetingRepresentative {
  readonly id: string;
  readonly available: readonly number[];
}

/** A delegation of a company at the event. */
export interface MeetingParticipant {
  readonly id: string;
  readonly side: MeetingSide;
  readonly representatives: readonly MeetingRepresentative[];
  /** How many meetings the delegation is to have at least and at most. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A wish for one meeting: a supplier, and a buyer's delegation, one of its representatives, or one of its needs. */
export interface RequestedMeeting {
  /** Indexes of the participants. */
  readonly buyer: number;
  readonly supplier: number;
  /** Index of the representative within the delegation; absent: anybody who is free. */
  readonly buyerRepresentative?: number;
  readonly supplierRepresentative?: number;
  /** The meetings of one pair: at most one of them is held. Absent: buyer, its representative, supplier. */
  readonly pair?: string;
  readonly wish: MeetingWishLevel;
  /** What the meeting is worth: wishes and match scores, 0 or more. */
  readonly weight: number;
  /** Index of the table pool where it would be held. */
  readonly pool: number;
  /** The only slots in which it may be held; absent: all. */
  readonly allowed?: readonly number[];
  /** The slot in which it has been fixed. */
  readonly locked?: number;
}

/** One meeting before another, when both are held. Indexes of requests. */
export interface MeetingPrecedence {
  readonly first: number;
  readonly then: number;
}

/** Everything that a schedule of meetings is made from. */
export interface MeetingProblem {
  readonly name: string;
  readonly slots: readonly MeetingSlotSpan[];
  readonly pools: readonly TablePool[];
  readonly participants: readonly MeetingParticipant[];
  readonly requests: readonly RequestedMeeting[];
  readonly precedences?: readonly MeetingPrecedence[];
  /** Minutes from place to place; absent: all places are one. */
  readonly walkingMinutes?: readonly (readonly number[])[];
  /** The published schedule, when there is one: a new one stays near it. */
  readonly published?: MeetingSchedule;
}

/** The slot of each request, −1 for those that get no meeting. */
export type MeetingSchedule = readonly number[];

/** The key of the pair that a request belongs to. */
export function pairOf(request: RequestedMeeting): string {
  return request.pair ?? `${request.buyer}/${request.buyerRepresentative ?? '-'}/${request.supplier}`;
}

/** Minutes that lie between two slots, the first of them earlier. */
export function minutesBetween(problem: MeetingProblem, first: number, then: number): number {
  return (problem.slots[then]?.startsAt ?? 0) - (problem.slots[first]?.endsAt ?? 0);
}

/** Minutes of the way between the tables of two requests. */
export function walkingBetween(
  problem: MeetingProblem,
  one: RequestedMeeting,
  other: RequestedMeeting,
): number {
  const from = problem.pools[one.pool]?.place ?? 0;
  const to = problem.pools[other.pool]?.place ?? 0;
  return problem.walkingMinutes?.[from]?.[to] ?? 0;
}
