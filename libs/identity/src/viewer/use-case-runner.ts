import { ClientMutations, Transactions, violatedConstraint } from '@app/database';
import { Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Viewer } from './viewer.js';

/** What a violated constraint of the database means to the caller, by the constraint's name. */
export type ConstraintOutcomes<Result> = Readonly<Record<string, () => Result>>;

/** A use case that creates something, at most once for each key that the client sends. */
export interface Creation<Result> {
  /** Name of the mutation. A key counts per person and operation. */
  readonly operation: string;
  /** The client's key for retries. Without one, every call creates. */
  readonly clientMutationId?: string | null | undefined;
  readonly constraints?: ConstraintOutcomes<Result>;
  /** Creates in the open transaction and returns the id. Runs only for the first call with a key. */
  create(userId: string): Promise<string>;
  /** Loads what was created and makes the result. Runs after the commit, for the first call and for every retry. */
  present(id: string, repeated: boolean): Promise<Result>;
}

/** Runs use cases in one transaction each and turns a {@link Rollback} into the outcome that the caller receives. */
@Injectable()
export class UseCaseRunner {
  constructor(
    private readonly transactions: Transactions,
    private readonly clientMutations: ClientMutations,
  ) {}

  /** Runs a creation for a signed-in person, once for each key; throws UNAUTHENTICATED for guests. */
  async runCreation<Result extends object>(viewer: Viewer, creation: Creation<Result>): Promise<Result> {
    const actorId = viewer.requireUserId();
    const { operation, clientMutationId } = creation;
    return this.settle<Result>(async () => {
      const key = { actorId, operation, clientMutationId };
      const { id, repeated } = await this.clientMutations.once(key, () => creation.create(actorId));
      return creation.present(id, repeated);
    }, creation.constraints);
  }

  /** Runs a change in one transaction. Use it where the change may end in a {@link Rollback} or a violated constraint. */
  runChange<Result extends object>(
    work: () => Promise<Result>,
    constraints?: ConstraintOutcomes<Result>,
  ): Promise<Result> {
    return this.settle(() => this.transactions.run(work), constraints);
  }

  /** Inside an open transaction the error passes on: only the outermost use case can undo what was done. */
  private async settle<Result extends object>(
    work: () => Promise<Result>,
    constraints: ConstraintOutcomes<Result> = {},
  ): Promise<Result> {
    if (this.transactions.open) return work();
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rollback) return error.outcome as Result;
      const outcome = constraints[violatedConstraint(error) ?? ''];
      if (!outcome) throw error;
      return outcome();
    }
  }
}
