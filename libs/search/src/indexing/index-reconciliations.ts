import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import type { ReconcileOutcome } from './reconciler.js';

/** What a comparison of an index with PostgreSQL found and mended, and when. */
export interface IndexReconciliation extends ReconcileOutcome {
  readonly beganAt: Date;
  readonly endedAt: Date;
}

/** Keeps the last comparison of each index, for those who watch over search. */
@Injectable()
export class IndexReconciliations {
  constructor(private readonly transactions: Transactions) {}

  /** Notes a comparison in the place of the one before; of two that ran at once the later end stays. */
  async note(outcome: IndexReconciliation): Promise<void> {
    const { index, beganAt, endedAt, missing, outdated, surplus } = outcome;
    await this.transactions.query(
      `insert into index_reconciliation as r (index_name, began_at, ended_at, missing, outdated, surplus)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (index_name) do update set began_at = excluded.began_at, ended_at = excluded.ended_at,
         missing = excluded.missing, outdated = excluded.outdated, surplus = excluded.surplus
         where r.ended_at <= excluded.ended_at`,
      [index, beganAt, endedAt, missing, outdated, surplus],
    );
  }

  /** The last of each index, by name. */
  latest(): Promise<IndexReconciliation[]> {
    return this.transactions.query<IndexReconciliation & { index: IndexName }>(
      `select index_name as index, began_at as "beganAt", ended_at as "endedAt", missing, outdated, surplus
         from index_reconciliation order by index_name`,
    );
  }
}
