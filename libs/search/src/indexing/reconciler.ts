import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type DocumentSource, DocumentSources } from '../port/search-document.js';
import type { IndexName } from '../port/index-schemas.js';
import { SearchEngine } from '../port/search-engine.js';

/** What was found to differ and was mended. */
export interface ReconcileOutcome {
  readonly index: IndexName;
  readonly missing: number;
  readonly outdated: number;
  readonly surplus: number;
}

const PAGE = 2000;

/** Compares ids and versions of an index with PostgreSQL and mends what differs, such as the effect of a lost change. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly sources: DocumentSources,
    private readonly engine: SearchEngine,
  ) {}

  /** Compares and mends one index. */
  async reconcileIndex(index: IndexName): Promise<ReconcileOutcome> {
    const source = this.sources.getSource(index);
    const held = await this.heldVersions(index);
    const { missing, outdated } = await this.mendSource(source, held);
    // What is left in `held` was not met among the documents that there should be.
    const surplus = [...held.keys()];
    for (let from = 0; from < surplus.length; from += PAGE) {
      const some = surplus.slice(from, from + PAGE);
      const upsert = await source.load(some);
      const back = new Set(upsert.map(({ id }) => id));
      await this.engine.apply(index, { upsert, remove: some.filter((id) => !back.has(id)) });
    }
    return { index, missing, outdated, surplus: surplus.length };
  }

  private async mendSource(
    source: DocumentSource,
    held: Map<string, number>,
  ): Promise<{ missing: number; outdated: number }> {
    let missing = 0;
    let outdated = 0;
    let after: string | null = null;
    for (;;) {
      const page = await source.page(after, PAGE);
      const last = page.at(-1);
      if (!last) return { missing, outdated };
      const absent = page.filter((document) => !held.has(document.id));
      const old = page.filter((document) => (held.get(document.id) ?? document.version) < document.version);
      if (absent.length + old.length > 0)
        await this.engine.apply(source.index, { upsert: [...absent, ...old], remove: [] });
      for (const { id } of page) held.delete(id);
      missing += absent.length;
      outdated += old.length;
      after = last.id;
    }
  }

  private async heldVersions(index: IndexName): Promise<Map<string, number>> {
    const held = new Map<string, number>();
    for (let after: string | null = null; ;) {
      const page = await this.engine.versions(index, after, PAGE);
      const last = page.at(-1);
      if (!last) return held;
      for (const { id, version } of page) held.set(id, version);
      after = last.id;
    }
  }
}

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
  async saveOutcome(outcome: IndexReconciliation): Promise<void> {
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
  findLatest(): Promise<IndexReconciliation[]> {
    return this.transactions.query<IndexReconciliation & { index: IndexName }>(
      `select index_name as index, began_at as "beganAt", ended_at as "endedAt", missing, outdated, surplus
         from index_reconciliation order by index_name`,
    );
  }
}
