import { StartRefusedError } from './start-refused.error.js';

const ANSWER_MS = 5000;

/** Makes sure that the search server behind MEILI_URL answers and lets us in; throws one sentence otherwise. */
export async function checkSearchServer(url: string, key: string | undefined): Promise<void> {
  const place = new URL(url).host;
  const health = await ask(`${url.replace(/\/+$/, '')}/health`);
  if (health !== 200) {
    throw new StartRefusedError(
      `The search server at ${place} of MEILI_URL does not answer (${health}): start it, correct MEILI_URL, or leave it out for the built-in search.`,
    );
  }
  const version = await ask(`${url.replace(/\/+$/, '')}/version`, key);
  if (version === 401 || version === 403) {
    throw new StartRefusedError(`The search server at ${place} refuses the key: correct MEILI_KEY.`);
  }
}

/** The status of an answer, or why there is none. */
async function ask(url: string, key?: string): Promise<number | string> {
  try {
    const headers = new Headers(key ? { authorization: `Bearer ${key}` } : {});
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(ANSWER_MS) });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause;
    return cause?.code ?? (error as Error).name;
  }
}
