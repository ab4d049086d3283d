import type { PoolClient } from 'pg';
import { INDEX_NAMES, type IndexName } from '../../port/index-schemas.js';
import type { SearchDocument } from '../../port/search-document.js';
import type { IndexRebuild } from '../../port/search-engine.js';
import { RebuildRunningError } from '../../port/search.errors.js';
import { validateDocument } from '../../port/validation.js';
import { DocumentAnalyzer } from '../../text/document-analyzer.js';
import { ColumnSet } from './column-set.js';
import { PostingRun } from './posting-blocks.js';
import {
  addKeys,
  addValueSets,
  generationTables,
  type GenerationTables,
  insertBlocks,
  insertDocuments,
  insertTerms,
  type NumberedDocument,
  writeColumns,
} from './generation-tables.js';
import { digestOf, takePending } from './change-writer.js';
import { createGeneration, dropBuilding, lockIndex, REBUILD_LOCK, swapIn } from './generations.js';
import type { Connection, SearchDatabase } from './search-database.js';

const DOCUMENTS_PER_INSERT = 1000;
const PENDING_PER_BATCH = 500;

/** The second key of an index's rebuild lock. */
function rebuildKey(index: IndexName): number {
  return INDEX_NAMES.indexOf(index);
}

/** Drops what a rebuild left behind whose process died; one that is still running is left alone. */
export async function dropAbandoned(connection: Connection, index: IndexName): Promise<void> {
  const { rows } = await connection.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock($1, $2) as mine`,
    [REBUILD_LOCK, rebuildKey(index)],
  );
  if (!rows[0]?.mine) return;
  const { building } = await lockIndex(connection, index);
  if (building !== null) await dropBuilding(connection, index, building);
}

/** Builds a generation from documents in order of arrival, 65,536 at a time, on a connection of its own. */
export class GenerationBuilder implements IndexRebuild {
  private readonly analyzer: DocumentAnalyzer;
  private readonly columns: ColumnSet;
  private readonly run = new PostingRun();
  private readonly t: GenerationTables;
  private frequencies = new Uint32Array(1 << 16);
  private waiting: NumberedDocument[] = [];
  private writing: Promise<void> = Promise.resolve();
  private documents = 0;
  private postings = 0;
  private block = 0;
  private typicalLength = 0;
  private released = false;

  private constructor(
    private readonly database: SearchDatabase,
    private readonly client: PoolClient,
    private readonly index: IndexName,
    private readonly generation: number,
    private readonly onSwapped: (generation: number) => void,
  ) {
    this.analyzer = new DocumentAnalyzer(index);
    this.columns = new ColumnSet(index);
    this.t = generationTables(generation);
  }

  /**
   * Begins a rebuild; one that was left half done is thrown away, one that is still running refuses. `onSwapped` is
   * told once the new generation is live.
   */
  static async begin(
    database: SearchDatabase,
    index: IndexName,
    onSwapped: (generation: number) => void,
  ): Promise<GenerationBuilder> {
    const client = await database.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock($1, $2) as mine`, [
        REBUILD_LOCK,
        rebuildKey(index),
      ]);
      if (!rows[0]?.mine) throw new RebuildRunningError(index);
      await client.query(`set synchronous_commit = off`);
      const generation = await database.transaction(async (connection) => {
        const { building } = await lockIndex(connection, index);
        if (building !== null) await dropBuilding(connection, index, building);
        const made = await createGeneration(connection, index);
        await connection.query(`update search.index_state set building = $2 where name = $1`, [
          index,
          made.id,
        ]);
        return made.id;
      });
      return new GenerationBuilder(database, client, index, generation, onSwapped);
    } catch (error) {
      database.giveBack(client, true);
      throw error;
    }
  }

  async add(documents: readonly SearchDocument[]): Promise<void> {
    for (const document of documents) {
      validateDocument(this.index, document);
      this.run.add(this.analyzer.analyze(document));
      this.columns.put(this.documents, document.facets);
      this.waiting.push({ number: this.documents++, digest: digestOf(this.index, document), document });
      if (this.waiting.length >= DOCUMENTS_PER_INSERT) await this.writeWaiting();
      if (this.run.full) await this.writeRun();
    }
  }

  async finish(): Promise<{ documents: number }> {
    await this.writeWaiting();
    await this.writeRun();
    await this.writing;
    await insertTerms(this.client, this.t, this.analyzer.dictionary, this.frequencies);
    await addValueSets(this.client, this.t, this.columns, new Map());
    await writeColumns(this.client, this.t, this.columns, 0, this.documents);
    await addKeys(this.client, this.generation);
    await this.verify();
    await this.client.query(
      `update search.generation set typical_length = $2, documents = $3, next_number = $3, base_limit = $3, next_term = $4 where id = $1`,
      [this.generation, this.typicalLength || 1, this.documents, this.analyzer.dictionary.length],
    );
    // Vacuumed, so that ids are read from the index alone.
    await this.client.query(`vacuum (analyze) ${this.t.term}, ${this.t.block}, ${this.t.document}`);
    const documents = await this.swap();
    this.onSwapped(this.generation);
    await this.release();
    return { documents };
  }

  /** Harmless once it is finished or aborted. */
  async abort(): Promise<void> {
    if (this.released) return;
    await this.writing.catch(() => undefined);
    await this.database.transaction(async (connection) => {
      const { building } = await lockIndex(connection, this.index);
      if (building === this.generation) await dropBuilding(connection, this.index, building);
    });
    await this.release();
  }

  /** While PostgreSQL stores one batch, the next is being analyzed. */
  private async writeWaiting(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    await this.writing;
    this.writing = insertDocuments(this.client, this.t, rows);
    this.writing.catch(() => undefined);
  }

  private async writeRun(): Promise<void> {
    if (this.run.documents === 0) return;
    if (this.typicalLength === 0) this.typicalLength = this.run.meanLength;
    const packed = this.run.pack(this.analyzer.dictionary.length, this.typicalLength);
    if (this.analyzer.dictionary.length > this.frequencies.length) this.growFrequencies();
    packed.tokens.forEach((token, i) => (this.frequencies[token]! += packed.counts[i]!));
    this.postings += packed.counts.reduce((sum, count) => sum + count, 0);
    await this.writing;
    await insertBlocks(this.client, this.t, this.block++, packed);
  }

  private growFrequencies(): void {
    const grown = new Uint32Array(this.analyzer.dictionary.length * 2);
    grown.set(this.frequencies);
    this.frequencies = grown;
  }

  private async verify(): Promise<void> {
    const { rows } = await this.client.query<{ documents: number; postings: number; frequencies: number }>(
      `select (select count(*)::int from ${this.t.document}) as documents,
              (select coalesce(sum(n), 0)::float8 from ${this.t.block}) as postings,
              (select coalesce(sum(df), 0)::float8 from ${this.t.term}) as frequencies`,
    );
    const { documents, postings, frequencies } = rows[0]!;
    if (documents !== this.documents || postings !== this.postings || frequencies !== this.postings) {
      throw new Error(
        `rebuild of ${this.index}: ${documents} of ${this.documents} documents, ${postings} and ${frequencies} of ${this.postings} postings arrived`,
      );
    }
  }

  private async swap(): Promise<number> {
    while (
      (await this.database.transaction((c) =>
        takePending(c, this.index, this.generation, PENDING_PER_BATCH),
      )) === PENDING_PER_BATCH
    );
    return this.database.transaction(async (connection) => {
      const { live, building } = await lockIndex(connection, this.index);
      if (building !== this.generation)
        throw new Error(`rebuild of ${this.index}: another one took its place`);
      while ((await takePending(connection, this.index, this.generation, PENDING_PER_BATCH)) > 0);
      await swapIn(connection, this.index, live, this.generation);
      const { rows } = await connection.query<{ documents: number }>(
        `select documents from search.generation where id = $1`,
        [this.generation],
      );
      return rows[0]!.documents;
    });
  }

  /** A connection that fails here is thrown away, which frees the lock as well. */
  private async release(): Promise<void> {
    this.released = true;
    try {
      await this.client.query(`reset synchronous_commit; select pg_advisory_unlock_all()`);
      this.database.giveBack(this.client, false);
    } catch {
      this.database.giveBack(this.client, true);
    }
  }
}
