import type { Settings } from '@app/kernel';
import { USUAL_PREFIX } from '../index/index-names.js';
import type { ServerKeys } from '../transport/meilisearch-server.js';
import { derivedKeys } from './scoped-keys.js';

type KeySettings = Partial<
  Pick<
    Settings,
    | 'MEILI_KEY'
    | 'MEILI_MASTER_KEY'
    | 'MEILI_SEARCH_KEY'
    | 'MEILI_INDEX_KEY'
    | 'MEILI_ADMIN_KEY'
    | 'MEILI_PREFIX'
  >
>;

/**
 * The keys with which a process works: those it was given, otherwise worked out from the master key, otherwise
 * MEILI_KEY for everything. Without any the server is taken to ask for none. The master key itself is never used.
 */
export function processKeys(settings: KeySettings): ServerKeys {
  const { MEILI_KEY, MEILI_MASTER_KEY, MEILI_PREFIX = USUAL_PREFIX } = settings;
  const { MEILI_SEARCH_KEY, MEILI_INDEX_KEY, MEILI_ADMIN_KEY } = settings;
  const given = MEILI_SEARCH_KEY ?? MEILI_INDEX_KEY ?? MEILI_ADMIN_KEY ?? MEILI_KEY;
  const open = given === undefined && MEILI_MASTER_KEY === undefined ? '' : undefined;
  const derived = MEILI_MASTER_KEY ? derivedKeys(MEILI_MASTER_KEY, MEILI_PREFIX) : undefined;
  const admin = MEILI_ADMIN_KEY ?? derived?.admin ?? MEILI_KEY ?? open;
  const index = MEILI_INDEX_KEY ?? derived?.index ?? MEILI_KEY ?? open;
  return { search: MEILI_SEARCH_KEY ?? derived?.search ?? MEILI_KEY ?? open, index, admin };
}
