import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EmbeddingModel, ModelName } from './embedding-model.js';

const SELECT = `
  select id::text, name, version, dimensions, state, swept_after as "sweptAfter", swept_at as "sweptAt", unrelated, trouble
    from embedding_model`;

/** The models whose vectors the platform holds: at most one is compared with, at most one is being computed. */
@Injectable()
export class EmbeddingModelsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those that are compared with or computed, and those on their way out, the newest first. */
  findModels(): Promise<EmbeddingModel[]> {
    return this.transactions.query(`${SELECT} order by id desc`);
  }

  /** The one that is compared with; null while none is complete. */
  async findCurrent(): Promise<EmbeddingModel | null> {
    const [row] = await this.transactions.query<EmbeddingModel>(`${SELECT} where state = 'CURRENT'`);
    return row ?? null;
  }

  /** The one that texts are computed for: the next, or else the current one. */
  async findComputed(): Promise<EmbeddingModel | null> {
    const [row] = await this.transactions.query<EmbeddingModel>(
      `${SELECT} where state in ('COMPUTING', 'CURRENT') order by state = 'CURRENT' limit 1`,
    );
    return row ?? null;
  }

  /** Begins to compute a model next to the current one, unless it is known already; another unfinished one is given up. */
  async beginModel({ name, version, dimensions }: ModelName, now: Date): Promise<void> {
    const values = [name, version, dimensions];
    await this.transactions.run(async () => {
      await this.transactions.query(
        `update embedding_model set state = 'RETIRED', retired_at = $4
          where state = 'COMPUTING' and (name, version, dimensions) is distinct from ($1, $2, $3)`,
        [...values, now],
      );
      await this.transactions.query(
        `insert into embedding_model as m (name, version, dimensions, state, began_at)
         values ($1, $2, $3, 'COMPUTING', $4)
         on conflict (name, version, dimensions) do update
           set state = 'COMPUTING', began_at = $4, retired_at = null, swept_after = null, swept_at = null
           where m.state = 'RETIRED'`,
        [...values, now],
      );
    });
  }

  /** Notes how far listings were looked at; without a listing, that all were. */
  async recordSweep(id: string, after: string | null, now: Date): Promise<void> {
    await this.transactions.query(
      `update embedding_model set swept_after = coalesce($2::uuid, swept_after), swept_at = case when $2::uuid is null then $3::timestamptz end
        where id = $1`,
      [id, after, now],
    );
  }

  /** Compares with a complete model from now on, in the place of the one before; false when somebody else did so already. */
  async swapCurrent(id: string, now: Date): Promise<boolean> {
    const [complete] = await this.transactions.query(
      `select id from embedding_model where id = $1 and state = 'COMPUTING' for update`,
      [id],
    );
    if (!complete) return false;
    await this.transactions.query(
      `update embedding_model set state = 'RETIRED', retired_at = $1 where state = 'CURRENT'`,
      [now],
    );
    await this.transactions.query(
      `update embedding_model set state = 'CURRENT', current_at = $2 where id = $1`,
      [id, now],
    );
    return true;
  }

  /** Notes why the embedder was asked in vain, or that it answers. */
  async saveTrouble(id: string, trouble: string | null): Promise<void> {
    await this.transactions.query(
      `update embedding_model set trouble = $2 where id = $1 and trouble is distinct from $2`,
      [id, trouble],
    );
  }

  /** Notes how near listings are that have nothing to do with each other. */
  async saveUnrelated(id: string, unrelated: number): Promise<void> {
    await this.transactions.query(`update embedding_model set unrelated = $2 where id = $1`, [id, unrelated]);
  }

  /** Drops models that were replaced before an instant, with their vectors. */
  async dropRetired(before: Date): Promise<void> {
    await this.transactions.query(`delete from embedding_model where state = 'RETIRED' and retired_at < $1`, [
      before,
    ]);
  }
}
