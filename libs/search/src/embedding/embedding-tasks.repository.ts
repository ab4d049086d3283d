import { MAX_ATTEMPTS, Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A text that waits for its vector. */
export interface EmbeddingTask {
  readonly id: string;
  readonly hash: string;
  readonly text: string;
}

/** A text that the embedder refused too often. */
export interface DeadEmbedding {
  readonly id: string;
  readonly text: string;
  readonly reason: string | null;
  readonly deadAt: Date;
}

/** A text with its hash. */
export interface HashedText {
  readonly hash: string;
  readonly text: string;
}

/** For so long nobody else takes a claimed task, in seconds; longer than the embedder may take. */
const LEASE_SECONDS = 120;

/** The texts that wait for their vectors: claimed by lease, tried with growing pauses, put aside for staff in the end. */
@Injectable()
export class EmbeddingTasksRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Lets texts wait for a model's vectors, but for those that have one or wait already. */
  async addTasks(modelId: string, texts: readonly HashedText[]): Promise<void> {
    if (texts.length === 0) return;
    await this.transactions.query(
      `insert into embedding_task (model_id, hash, text)
       select $1, w.hash, w.text
         from (select decode(hash, 'hex') as hash, text from unnest($2::text[], $3::text[]) t (hash, text)) w
        where not exists (select from text_vector v where v.model_id = $1 and v.hash = w.hash)
       on conflict do nothing`,
      [modelId, texts.map(({ hash }) => hash), texts.map(({ text }) => text)],
    );
  }

  /** Claims up to `limit` due tasks of a model, the oldest first. */
  claimTasks(modelId: string, limit: number): Promise<EmbeddingTask[]> {
    return this.transactions.query(
      `with due as (
         select id from embedding_task where model_id = $1 and dead_at is null and due_at <= now()
          order by id limit $2 for update skip locked),
       claimed as (
         update embedding_task t set due_at = now() + make_interval(secs => ${LEASE_SECONDS}) from due
          where t.id = due.id returning t.id, t.hash, t.text)
       select id::text, encode(hash, 'hex') as hash, text from claimed order by id`,
      [modelId, limit],
    );
  }

  /** Tasks that are done vanish. */
  async deleteTasks(ids: readonly string[]): Promise<void> {
    await this.transactions.query(`delete from embedding_task where id = any ($1::bigint[])`, [ids]);
  }

  /** Lays claimed tasks back, as if nobody had tried. */
  async releaseTasks(ids: readonly string[]): Promise<void> {
    await this.transactions.query(`update embedding_task set due_at = now() where id = any ($1::bigint[])`, [
      ids,
    ]);
  }

  /** A refused text comes again after a growing pause, and is put aside after as many attempts as a change for the index. */
  async refuseTask(id: string, reason: string): Promise<void> {
    await this.transactions.query(
      `update embedding_task
          set last_error = left($2, 2000), attempts = attempts + 1,
              dead_at = case when attempts + 1 >= ${MAX_ATTEMPTS} then now() end,
              due_at = now() + make_interval(secs => least(300, power(2, attempts + 1)))
        where id = $1`,
      [id, reason],
    );
  }

  /** How many texts of a model wait, and how many were put aside. */
  async countBacklog(modelId: string): Promise<{ waiting: number; dead: number }> {
    const [row] = await this.transactions.query<{ waiting: number; dead: number }>(
      `select count(*) filter (where dead_at is null)::int as waiting, count(dead_at)::int as dead
         from embedding_task where model_id = $1`,
      [modelId],
    );
    return row ?? { waiting: 0, dead: 0 };
  }

  /** Texts that were put aside, the latest first. */
  findDead(modelId: string, limit: number): Promise<DeadEmbedding[]> {
    return this.transactions.query(
      `select id::text, text, last_error as reason, dead_at as "deadAt" from embedding_task
        where model_id = $1 and dead_at is not null order by dead_at desc, id limit $2`,
      [modelId, limit],
    );
  }

  /** Gives texts that were put aside another round of attempts; tells how many. */
  async reviveTasks(ids: readonly string[]): Promise<number> {
    const revived = await this.transactions.query(
      `with revived as (
         update embedding_task set dead_at = null, attempts = 0, due_at = now()
          where id = any ($1::bigint[]) and dead_at is not null returning id)
       select id from revived`,
      [ids],
    );
    return revived.length;
  }
}
