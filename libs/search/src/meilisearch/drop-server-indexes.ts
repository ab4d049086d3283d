import { INDEX_NAMES } from '../port/index-schemas.js';
import { serverNames } from './index/index-names.js';
import { MeilisearchServer, type ServerOptions } from './transport/meilisearch-server.js';

/** Drops every index of a prefix: what a measurement leaves on a server that belongs to somebody. */
export async function dropServerIndexes(options: ServerOptions, prefix: string): Promise<void> {
  const server = new MeilisearchServer(options);
  const present = await server.documentCounts();
  for (const index of INDEX_NAMES)
    for (const uid of Object.values(serverNames(prefix, index)) as string[])
      if (present.has(uid)) await server.deleteIndex(uid);
}
