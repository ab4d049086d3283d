import { EmbeddedSearchEngine, type SearchAnswer, type SearchDocument, type SearchEngine } from '@app/search';
import { IndexWriter } from '../../../libs/search/src/embedded/index-writer.js';
import { SearchDatabase } from '../../../libs/search/src/embedded/storage/search-database.js';
import { createTestDatabase } from '../../support/test-database.js';
import { ask, found } from './contract/contract-documents.js';
import { QUERIES } from './random-documents.js';

/** A database with the engine's schema, several engines on it as if in several processes, and the writer by itself. */
export interface EmbeddedFixture {
  readonly url: string;
  readonly database: SearchDatabase;
  readonly writer: IndexWriter;
  /** An engine as another process has it. */
  engine(): EmbeddedSearchEngine;
  stop(): Promise<void>;
}

/** Opens the fixture. */
export async function openEmbedded(): Promise<EmbeddedFixture> {
  const test = await createTestDatabase();
  const database = new SearchDatabase(test.url);
  const engines: EmbeddedSearchEngine[] = [];
  return {
    url: test.url,
    database,
    writer: new IndexWriter(database, () => undefined),
    engine: () => {
      const engine = new EmbeddedSearchEngine({ url: test.url });
      engines.push(engine);
      return engine;
    },
    stop: async () => {
      for (const engine of engines) await engine.close();
      await database.close();
      await test.drop();
    },
  };
}

/** What an engine says on a fixed set of questions, without scores: these follow the mean length of texts. */
export async function answers(engine: SearchEngine): Promise<unknown[]> {
  const summary = ({ total, facets, relaxed }: SearchAnswer, hits: unknown) => ({
    total,
    facets,
    relaxed,
    hits,
  });
  const facets = ['province', 'tier'];
  const said: unknown[] = [];
  for (const text of QUERIES) {
    const all = await ask(engine, {
      text,
      facets,
      hitsPerPage: 100,
      sort: [{ field: 'updatedAt', direction: 'ASC' }],
    });
    said.push(summary(all, found(all)));
    const filter = [
      { field: 'tier', anyOf: ['LITTLE_GIANT'] },
      { field: 'leadTimeDays', min: 10, max: 60 },
    ];
    const some = await ask(engine, { text, facets, filter, hitsPerPage: 100 });
    said.push(summary(some, found(some)));
  }
  for (const filter of [
    [{ field: 'organizationId', anyOf: ['org-3'] }],
    [{ field: 'concept', anyOf: ['c1', 'c2'] }],
  ]) {
    const listed = await ask(engine, { filter, facets, hitsPerPage: 100 });
    said.push(
      summary(
        listed,
        listed.hits.map(({ id }) => id),
      ),
    );
  }
  return said;
}

/** Applies documents as one change. */
export function put(
  engine: SearchEngine,
  documents: readonly SearchDocument[],
  remove: readonly string[] = [],
): Promise<void> {
  return engine.apply('capabilities', { upsert: documents, remove });
}
