import type { Settings } from '@app/kernel';
import { EmbeddedSearchEngine } from './embedded/embedded-search-engine.js';
import { USUAL_PREFIX } from './meilisearch/server/index-settings.js';
import { ensureKeys, processKeys } from './meilisearch/server/scoped-keys.js';
import { MeilisearchSearchEngine } from './meilisearch/meilisearch-search-engine.js';
import type { VectorSource } from './port/recall.js';
import type { SearchEngine } from './port/search-engine.js';

/** The names of the engines. */
export type EngineName = 'embedded' | 'meilisearch';

/** Which engine the settings ask for: the one named, otherwise Meilisearch wherever its address is given. */
export function engineOf({ SEARCH_ENGINE, MEILI_URL }: Settings): EngineName {
  const engine = SEARCH_ENGINE ?? (MEILI_URL ? 'meilisearch' : 'embedded');
  if (engine === 'meilisearch' && !MEILI_URL)
    throw new Error('The engine meilisearch needs the address of its server: set MEILI_URL.');
  return engine;
}

/** The engine of the settings on the platform's database; vectors are for one that finds by them. */
export function chooseEngine(
  databaseUrl: string,
  settings: Settings,
  onError: (error: unknown) => void,
  vectors?: VectorSource,
): SearchEngine {
  const { MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX = USUAL_PREFIX } = settings;
  if (engineOf(settings) === 'embedded' || !MEILI_URL)
    return new EmbeddedSearchEngine({ url: databaseUrl, onError });
  return new MeilisearchSearchEngine({
    url: MEILI_URL,
    keys: processKeys(settings),
    databaseUrl,
    prefix: MEILI_PREFIX,
    vectors,
    prepare: () =>
      MEILI_MASTER_KEY ? ensureKeys(MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX) : Promise.resolve(),
  });
}
