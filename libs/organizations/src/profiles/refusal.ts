import type { Outcome } from '@app/kernel';

/** Undoes a transaction because of an outcome that the caller is to be told of. */
export class Refusal extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.code);
  }
}

/** What work gives, or the outcome for which it was undone. `Result` must name every outcome that work refuses with. */
export async function outcomeOr<Result extends object>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.outcome as unknown as Result;
    throw error;
  }
}
