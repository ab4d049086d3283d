import type { Settings } from '@app/kernel';
import { StartRefusedError } from './folder-lock.js';

const ANSWER_MS = 5000;

/** Variables by which a process learns its keys; undefined takes one away. */
type KeyVariables = Readonly<Record<string, string | undefined>>;

/** What API and worker are told of the search server: the keys that each needs, and never the master key. */
export interface SearchKeys {
  readonly api: KeyVariables;
  readonly worker: KeyVariables;
}

/**
 * Makes sure that the search server behind MEILI_URL answers and lets us in, and makes our keys where the master key is
 * given; throws one sentence otherwise.
 */
export async function checkSearchServer(settings: Settings): Promise<SearchKeys> {
  const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = settings;
  if (!url || settings.SEARCH_ENGINE === 'embedded') return { api: {}, worker: {} };
  // Loaded here, so that a start without a search server stays quick.
  const { ensureKeys, processKeys, USUAL_PREFIX } = await import('@app/search');
  const place = new URL(url).host;
  const base = url.replace(/\/+$/, '');
  const health = await ask(`${base}/health`);
  if (health !== 200) {
    throw new StartRefusedError(
      `The search server at ${place} of MEILI_URL does not answer (${health}): start it, correct MEILI_URL, or leave it out for the built-in search.`,
    );
  }
  if (masterKey && [401, 403].includes(Number(await ask(`${base}/version`, masterKey))))
    throw new StartRefusedError(`The search server at ${place} refuses the key: correct MEILI_MASTER_KEY.`);
  if (masterKey) await ensureKeys(url, masterKey, settings.MEILI_PREFIX ?? USUAL_PREFIX);
  const { search, index, admin } = processKeys(settings);
  const searched = await ask(`${base}/multi-search`, search, { queries: [] });
  if (searched === 401 || searched === 403)
    throw new StartRefusedError(
      `The search server at ${place} refuses the key: set MEILI_MASTER_KEY, or correct MEILI_SEARCH_KEY or MEILI_KEY.`,
    );
  if (!masterKey) return { api: {}, worker: {} };
  const api = { MEILI_MASTER_KEY: undefined, MEILI_KEY: undefined, MEILI_SEARCH_KEY: search };
  return { api, worker: { ...api, MEILI_INDEX_KEY: index, MEILI_ADMIN_KEY: admin } };
}

/** The status of an answer, or why there is none. */
async function ask(url: string, key?: string, body?: object): Promise<number | string> {
  try {
    const headers = new Headers(key ? { authorization: `Bearer ${key}` } : {});
    headers.set('content-type', 'application/json');
    const posted = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const answer = await fetch(url, { ...posted, headers, signal: AbortSignal.timeout(ANSWER_MS) });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause;
    return cause?.code ?? (error as Error).name;
  }
}
