import { INDEX_NAMES } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/near-documents.js';
import type { IndexHealth } from '../../port/search-engine.js';
import type { MeilisearchServer } from '../transport/meilisearch-server.js';
import { serverNames } from './index-names.js';
import { formatIn, formatOf } from './index-settings.js';

/** How our indexes fare on the server; a process that may only search sees that the server answers, and no more. */
export async function indexHealths(
  server: MeilisearchServer,
  prefix: string,
  vectors: VectorSource | undefined,
): Promise<IndexHealth[]> {
  if (!server.writes) {
    await server.answers();
    return [];
  }
  const counts = await server.documentCounts();
  const healths: IndexHealth[] = [];
  for (const index of INDEX_NAMES) {
    const { live, building } = serverNames(prefix, index);
    const documents = counts.get(live);
    if (documents === undefined) continue;
    const expected = formatOf(index, (await vectors?.searched(index)) ?? null);
    const outdated = server.administers && formatIn(await server.settings(live)) !== expected;
    healths.push({ index, documents, unmerged: 0, rebuilding: counts.has(building), outdated });
  }
  return healths;
}
