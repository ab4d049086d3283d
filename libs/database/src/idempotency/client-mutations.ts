import { Injectable } from '@nestjs/common';
import { Transactions } from '../transactions.js';

/**
 * Makes a retried creation safe: the first call under a `clientMutationId` creates, every later one (of the same
 * actor and operation) finds what the first created.
 */
@Injectable()
export class ClientMutations {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs `create` once per (actor, operation, clientMutationId) inside the running transaction and gives the id of
   * what was created; two at once are put in line by the primary key. Without an id it simply creates.
   */
  async once(
    key: { actorId: string; operation: string; clientMutationId?: string | null },
    create: () => Promise<string>,
  ): Promise<{ id: string; repeated: boolean }> {
    return this.transactions.run(async () => {
      if (!key.clientMutationId) return { id: await create(), repeated: false };
      const values = [key.actorId, key.operation, key.clientMutationId];
      const mine = await this.transactions.query(
        `insert into client_mutation (actor_id, operation, client_mutation_id) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        values,
      );
      if (mine.length === 0) {
        const [row] = await this.transactions.query<{ id: string }>(
          `select result_id as id from client_mutation where actor_id = $1 and operation = $2 and client_mutation_id = $3`,
          values,
        );
        return { id: row!.id, repeated: true };
      }
      const id = await create();
      await this.transactions.query(
        `update client_mutation set result_id = $4 where actor_id = $1 and operation = $2 and client_mutation_id = $3`,
        [...values, id],
      );
      return { id, repeated: false };
    });
  }
}
