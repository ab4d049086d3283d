import type { IndexName } from '../port/index-schemas.js';
import { INDEX_NAMES } from '../port/index-schemas.js';
import { type DocumentChanges, eachOnce } from '../port/search-document.js';
import { validateDocument } from '../port/validation.js';
import { mergeChanges } from './storage/change-merger.js';
import { keepPending, writeChanges } from './storage/change-writer.js';
import { dropAbandoned } from './storage/generation-builder.js';
import { dropRetired, ensureLive, lockIndex } from './storage/generations.js';
import type { SearchDatabase } from './storage/search-database.js';

/** Documents of one transaction: so long others wait for the index. */
const PER_TRANSACTION = 500;

/** From so many unmerged changes on a merge is worth its while, at once or when the timer comes by. */
const MERGE_AT_ONCE = 2000;
const MERGE_BY_TIMER = 500;

/** Where an index stands after a change. */
export interface Written {
  readonly generation: number;
  readonly sequence: number;
}

/** Writes changes to the live generation, and to the one being built; merges them in the background. */
export class IndexWriter {
  private readonly merging = new Map<IndexName, Promise<void>>();
  private closed = false;

  constructor(
    private readonly database: SearchDatabase,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Applies changes; gives where the index then stands. */
  async apply(index: IndexName, changes: DocumentChanges): Promise<Written | undefined> {
    const { upsert, remove } = eachOnce(changes);
    for (const document of upsert) validateDocument(index, document);
    let written: Written | undefined;
    for (let from = 0; from < upsert.length; from += PER_TRANSACTION) {
      written = await this.write(index, { upsert: upsert.slice(from, from + PER_TRANSACTION), remove: [] });
    }
    for (let from = 0; from < remove.length; from += PER_TRANSACTION) {
      written = await this.write(index, { upsert: [], remove: remove.slice(from, from + PER_TRANSACTION) });
    }
    return written;
  }

  /** Merges what is worth it and drops what is left of old generations and dead rebuilds. */
  async maintain(): Promise<void> {
    for (const index of INDEX_NAMES) {
      await this.merge(index, MERGE_BY_TIMER);
      await this.database.transaction((connection) => dropAbandoned(connection, index));
    }
    await dropRetired(this.database);
  }

  /** Merges batches until fewer than `least` changes wait. */
  async merge(index: IndexName, least: number): Promise<void> {
    const [state] = await this.database.query<{ live: number | null }>(
      `select live from search.index_state where name = $1`,
      [index],
    );
    const live = state?.live;
    if (live === null || live === undefined) return;
    while (
      !this.closed &&
      (await this.database.transaction((connection) => mergeChanges(connection, index, live, least))) > 0
    );
  }

  /** Lets the merge at hand come to its end. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.merging.values());
  }

  private async write(index: IndexName, changes: DocumentChanges): Promise<Written> {
    const { written, unmerged } = await this.database.transaction(async (connection) => {
      const { live, building } = await lockIndex(connection, index);
      const generation = await ensureLive(connection, index, live);
      const sequence = await writeChanges(connection, index, generation, changes);
      if (building !== null) await keepPending(connection, index, changes);
      return { written: { generation: generation.id, sequence }, unmerged: sequence - generation.merged };
    });
    if (unmerged >= MERGE_AT_ONCE) this.mergeInBackground(index);
    return written;
  }

  private mergeInBackground(index: IndexName): void {
    if (this.merging.has(index) || this.closed) return;
    const merge = this.merge(index, MERGE_BY_TIMER)
      .catch(this.onError)
      .finally(() => this.merging.delete(index));
    this.merging.set(index, merge);
  }
}
