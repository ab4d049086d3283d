import { matchThreads } from '@app/matching';
import type { RequestBudget } from '@app/kernel';
import type { QueryCost } from './query-cost.js';
import { Admission, type AdmissionLimits } from './admission.js';

/** Cheaper operations are let in as they come: fifty of them at once take a quarter of a second. */
export const HEAVY = 250;

/** How many operations of each kind a process takes on. */
export interface OperationLimits {
  /** Those that compute in threads. */
  readonly dear: AdmissionLimits;
  /** Those that only ask for much: this thread makes their answers. */
  readonly heavy: AdmissionLimits;
}

/** The pages of the portal cost less, but for reports of staff and organizers. */
const RESTS_FROM = 4000;

/** Half of the time that an operation has. */
const MAX_WAIT_MS = 5000;

/** As many matches as threads: where processors are few, one more would take the time of everybody else. */
export function usualOperationLimits(threads = matchThreads()): OperationLimits {
  return {
    dear: {
      running: threads,
      runningPerCaller: 1,
      cost: Number.POSITIVE_INFINITY,
      restsFrom: 0,
      waiting: 6 * threads,
      waitingSignedIn: 24 * threads,
      waitingPerCaller: 4,
      waitMs: MAX_WAIT_MS,
    },
    heavy: {
      running: 6,
      runningPerCaller: 4,
      cost: 10_000,
      restsFrom: RESTS_FROM,
      waiting: 16,
      waitingSignedIn: 64,
      waitingPerCaller: 12,
      waitMs: MAX_WAIT_MS,
    },
  };
}

/** Lets operations in by what they cost. */
export class OperationAdmission {
  private readonly dear: Admission;
  private readonly heavy: Admission;

  constructor(limits: OperationLimits) {
    this.dear = new Admission(limits.dear);
    this.heavy = new Admission(limits.heavy);
  }

  /** Runs an operation when it is its turn; null where it need not wait, and may be run at once. */
  run<T>(
    budget: RequestBudget | undefined,
    cost: QueryCost | undefined,
    work: () => PromiseLike<T> | T,
  ): Promise<T> | null {
    const admission = cost && this.for(cost);
    return budget && admission ? admission.run(budget, cost.cost, work) : null;
  }

  /** Whether an operation would be refused now. */
  isFull(budget: RequestBudget | undefined, cost: QueryCost): boolean {
    const admission = this.for(cost);
    if (!budget || !admission) return false;
    const { caller, signedIn } = budget;
    return admission.isFullFor({ caller, signedIn, cost: cost.cost });
  }

  private for({ cost, dear }: QueryCost): Admission | null {
    if (dear > 0) return this.dear;
    return cost >= HEAVY ? this.heavy : null;
  }
}
