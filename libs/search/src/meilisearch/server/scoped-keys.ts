import type { Settings } from '@app/kernel';
import { type KeyCreation, Meilisearch } from 'meilisearch';
import { createHash, createHmac } from 'node:crypto';
import { USUAL_PREFIX } from './index-settings.js';
import { meilisearchHttp, MeilisearchRefusal } from './meilisearch-http.js';
import type { ServerKeys } from './meilisearch-server.js';

const TIMEOUT_MS = 10_000;

/** What each key may do, and to our indexes only. */
const ACTIONS: Readonly<Record<keyof Required<ServerKeys>, KeyCreation['actions']>> = {
  search: ['search'],
  index: ['search', 'documents.add', 'documents.get', 'documents.delete', 'tasks.get', 'stats.get'],
  admin: [
    'indexes.create',
    'indexes.get',
    'indexes.delete',
    'indexes.swap',
    'settings.get',
    'settings.update',
  ],
};
const ROLES = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

/** The fixed uid of a key: from it and the master key anybody entitled works the key out again, and none is stored. */
export function keyUid(prefix: string, role: string): string {
  const hex = createHash('sha256').update(`lianqiao\0${prefix}\0${role}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The three keys that belong to a master key: the server makes a key as the HMAC-SHA256 of its uid. */
export function derivedKeys(masterKey: string, prefix: string): Required<ServerKeys> {
  const key = (role: string) => createHmac('sha256', masterKey).update(keyUid(prefix, role)).digest('hex');
  return { search: key('search'), index: key('index'), admin: key('admin') };
}

/** Makes the keys on the server where they are missing. Nothing else but removing them is done with the master key. */
export function ensureKeys(url: string, masterKey: string, prefix: string): Promise<void> {
  return forEachRole(url, masterKey, 'api_key_already_exists', (master, role) =>
    master.createKey({
      uid: keyUid(prefix, role),
      name: `${prefix}${role}`,
      description: `lianqiao: ${role}`,
      actions: ACTIONS[role],
      indexes: [`${prefix}*`],
      expiresAt: null,
    }),
  );
}

/** Removes the keys of a prefix that is not used any more. */
export function deleteKeys(url: string, masterKey: string, prefix: string): Promise<void> {
  return forEachRole(url, masterKey, 'api_key_not_found', (master, role) =>
    master.deleteKey(keyUid(prefix, role)),
  );
}

async function forEachRole(
  url: string,
  masterKey: string,
  harmless: string,
  call: (master: Meilisearch, role: keyof typeof ACTIONS) => Promise<unknown>,
): Promise<void> {
  const httpClient = meilisearchHttp({ timeoutMs: TIMEOUT_MS });
  const master = new Meilisearch({ host: url, apiKey: masterKey, httpClient });
  for (const role of ROLES) {
    try {
      await call(master, role);
    } catch (error) {
      // The client wraps what a call throws.
      const cause = (error as Error).cause ?? error;
      if (!(cause instanceof MeilisearchRefusal) || cause.code !== harmless) throw cause;
    }
  }
}

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
