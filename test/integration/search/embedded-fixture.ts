import {
  EmbeddedSearchEngine,
  type SearchDocument,
  type SearchEngine,
  type SearchRequest,
} from '@app/search';
import { IndexWriter } from '../../../libs/search/src/embedded/index-writer.js';
import { SearchDatabase } from '../../../libs/search/src/embedded/storage/search-database.js';
import { createTestDatabase } from '../../support/test-database.js';
import { ask, places } from './contract/contract-documents.js';
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

const OLDEST_FIRST = [{ field: 'updatedAt', direction: 'ASC' }] as const;
const STRICT = [
  { field: 'tier', anyOf: ['LITTLE_GIANT'] },
  { field: 'leadTimeDays', min: 10, max: 60 },
];

/**
 * What an engine says on a fixed set of questions, without scores, since these follow the mean length of texts. For
 * the same reason, where at most twenty are found, the weakest of them are left open.
 */
export async function answers(engine: SearchEngine): Promise<unknown[]> {
  const said: unknown[] = [];
  const say = async (request: Partial<SearchRequest>) => {
    const answer = await ask(engine, {
      ...request,
      facets: ['province', 'tier'],
      hitsPerPage: 100,
      sort: OLDEST_FIRST,
    });
    const { total, relaxed, facets } = answer;
    said.push(
      request.text && total <= 20 ? { total, relaxed } : { total, relaxed, facets, hits: places(answer) },
    );
  };
  for (const text of QUERIES) {
    await say({ text });
    await say({ text, filter: STRICT });
  }
  await say({ filter: [{ field: 'organizationId', anyOf: ['org-3'] }] });
  await say({ filter: [{ field: 'concept', anyOf: ['c1', 'c2'] }] });
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
