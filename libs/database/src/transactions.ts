import { traced } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';

/** SQLSTATE codes after which the same transaction may simply be tried again: deadlock and serialization failure. */
const RETRIABLE = new Set(['40P01', '40001']);
const ATTEMPTS = 3;

/**
 * What is open where the program just is, by whose it is. One storage serves every application of the process: on
 * Node 20 each further one would be carried along by every promise, for as long as the process lives.
 */
const OPEN = new AsyncLocalStorage<ReadonlyMap<Transactions, EntityManager>>();

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * One use case, one transaction. Repositories ask for {@link manager} and so take part in whatever transaction the
 * use case opened; nested calls join the outer one.
 */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** The entity manager of the running transaction, or one outside of any. */
  get manager(): EntityManager {
    return OPEN.getStore()?.get(this) ?? this.dataSource.manager;
  }

  /** Whether a transaction is open here. */
  get open(): boolean {
    return OPEN.getStore()?.has(this) ?? false;
  }

  /** Runs work in one transaction; deadlocks and serialization failures are retried, everything else is thrown. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    return this.open ? work() : traced('database transaction', () => this.attempt(work));
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction((manager) =>
          OPEN.run(new Map(OPEN.getStore()).set(this, manager), work),
        );
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRIABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** Plain SQL in the running transaction; rows as objects. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const own = this.manager.queryRunner;
    const runner = own ?? this.dataSource.createQueryRunner();
    try {
      return ((await runner.query(sql, [...values], true)) as { records: Row[] }).records ?? [];
    } finally {
      if (!own) await runner.release();
    }
  }
}

/** Whether the database refused a text for a character that it cannot hold: NUL, or half of a pair of surrogates. */
export function textUnstorable(error: unknown): boolean {
  return ['22021', '22P05'].includes(sqlState(error) ?? '');
}

/** Whether the database could make nothing of a value, such as a date that is none (SQLSTATE class 22). */
export function valueUnreadable(error: unknown): boolean {
  return sqlState(error)?.startsWith('22') ?? false;
}

/** The name of the unique, exclusion or foreign-key constraint that an error speaks of, if it does. */
export function violatedConstraint(error: unknown): string | undefined {
  const state = sqlState(error);
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return state && ['23505', '23P01', '23503', '23514'].includes(state) && typeof constraint === 'string'
    ? constraint
    : undefined;
}

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
