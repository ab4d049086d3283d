/**
 * A meeting problem in the form in which solvers work: requests that take one place each in several units. A unit is
 * whatever can be taken: a delegation, a representative, a pool of tables, a pair. Numbers only, rows one after another.
 */
export interface SlotModel {
  readonly requests: number;
  readonly slots: number;
  readonly units: number;
  /** The first units are the participants, in their order. */
  readonly participants: number;
  /** Units from firstPool to before endOfPools are pools of tables that can run out. */
  readonly firstPool: number;
  readonly endOfPools: number;
  /** Places of a unit in a slot: [unit × slots + slot]. */
  readonly capacity: Int32Array;
  /** Meetings of a unit over all slots, at least and at most. */
  readonly minimum: Int32Array;
  readonly maximum: Int32Array;
  /** 1: never more than one place, so that whoever holds it is known. */
  readonly single: Uint8Array;
  /** Units of request r: unitList[unitStart[r] … unitStart[r + 1]); buyer first, supplier second. */
  readonly unitStart: Int32Array;
  readonly unitList: Int32Array;
  /** Requests of unit u, likewise. */
  readonly requestStart: Int32Array;
  readonly requestList: Int32Array;
  /** 1: the request may be in the slot: [request × slots + slot]. */
  readonly allowed: Uint8Array;
  /** Slots in which the request may be. */
  readonly allowedCount: Int32Array;
  readonly weight: Float64Array;
  /** 1: MUST. */
  readonly must: Uint8Array;
  /** 1: may not be moved or taken out. */
  readonly fixed: Uint8Array;
  /** Place of a request's table, and minutes from place to place. */
  readonly place: Int32Array;
  readonly walkingMinutes: readonly (readonly number[])[] | null;
  readonly startsAt: Float64Array;
  readonly endsAt: Float64Array;
  /** Requests that come before, and after, a request. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** The slot of each request in the published schedule, −1 where there is none. */
  readonly published: Int32Array | null;
}

/** The longest list of precedences that most requests have: none. */
export const NO_REQUESTS: readonly number[] = [];
