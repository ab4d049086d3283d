import { INDEX_NAMES, type IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import type { IndexHealth } from '../../port/search-engine.js';
import { MeilisearchServer, type ServerOptions } from '../transport/meilisearch-server.js';
import { formatIn, formatOf } from './index-settings.js';

/** What stands before the names of all our indexes, so that several installations can share a server. */
export const USUAL_PREFIX = 'lianqiao_';

/** The names under which one index of the platform lives on the server. */
export interface ServerIndexNames {
  /** The one that is searched. */
  readonly live: string;
  /** The one that grows beside it; after the swap, the old one until it is dropped. */
  readonly building: string;
  /** What changed while the other was being built. */
  readonly journal: string;
}

/** The names of an index. */
export function serverNames(prefix: string, index: IndexName): ServerIndexNames {
  const live = prefix + index;
  return { live, building: `${live}__building`, journal: `${live}__journal` };
}

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

/** Drops every index of a prefix: what a measurement leaves on a server that belongs to somebody. */
export async function dropServerIndexes(options: ServerOptions, prefix: string): Promise<void> {
  const server = new MeilisearchServer(options);
  const present = await server.documentCounts();
  for (const index of INDEX_NAMES)
    for (const uid of Object.values(serverNames(prefix, index)) as string[])
      if (present.has(uid)) await server.deleteIndex(uid);
}
