import { jest } from '@jest/globals';
import { DocumentSources, type IndexName, SearchEngine } from '@app/search';
import type { TestApp } from '../test-app.js';

/** Puts things into an index as they are now, without waiting for the worker. */
export async function indexed(app: TestApp, index: IndexName, ...keys: readonly string[]): Promise<void> {
  const upsert = await app.get(DocumentSources).getSource(index).load(keys);
  const there = new Set(upsert.map(({ id }) => id));
  await app.get(SearchEngine).apply(index, { upsert, remove: keys.filter((key) => !there.has(key)) });
}

/** Does some work while the search engine is away; everything else goes on as ever. */
export async function withoutEngine<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const engine = app.get(SearchEngine);
  const search = jest.spyOn(engine, 'search').mockRejectedValue(new Error('the engine is away'));
  try {
    return await work();
  } finally {
    search.mockRestore();
  }
}
