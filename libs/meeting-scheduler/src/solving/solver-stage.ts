import type { SearchBudget } from '../search/deadline.js';

/** One piece of work for one thread. Schedules are slots per request, −1 for none. */
export interface SolverStage {
  readonly kind: 'COUNT' | 'VALUE' | 'FAIRNESS' | 'IDLE' | 'EXACT_COUNT' | 'EXACT_VALUE';
  readonly budget: SearchBudget;
  /** Where it starts; null: from nothing, or from what has been published. */
  readonly start: Int32Array | null;
  /** It ends when so many meetings, or so much value, are reached. */
  readonly goal: number;
  readonly seed: number;
}

/** What a stage has come to. */
export interface StageOutcome {
  readonly slotOf: Int32Array | null;
  /** Bounds that the stage has found: no schedule has more meetings, or (with the most meetings) more value. */
  readonly meetingsBound: number;
  readonly valueBound: number;
  /** Whether the exact solver has finished. */
  readonly proven: boolean;
  /** Steps that a search took; 0 of the exact solver. */
  readonly steps: number;
}

/** Told while a stage is at work. */
export interface StageProgress {
  readonly meetings?: number;
  readonly bound?: number;
}
