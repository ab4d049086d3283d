import { setTimeout as pause } from 'node:timers/promises';
import { SearchUnavailableError } from '../../port/search.errors.js';

/** Reads that Meilisearch takes as POST because they carry a body. */
const READING_POSTS = /\/(?:multi-search|search|documents\/fetch)$/;

/** Pauses before a second and a third attempt, in milliseconds, to be lengthened by up to half. */
const PAUSES = [40, 160];

/** Whether a call may be made again after it failed half way: reads only; a write would enqueue a second task. */
export function isRepeatable(method: string, path: string): boolean {
  return method === 'GET' || (method === 'POST' && READING_POSTS.test(path));
}

/** A server that was too slow: asking again would only add to its load. */
export class TooSlowError extends SearchUnavailableError {}

/** Makes a call, and makes it again with growing pauses while the server is unavailable. */
export async function withRetries<T>(
  call: () => Promise<T>,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<T> {
  for (const milliseconds of PAUSES) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof SearchUnavailableError) || error instanceof TooSlowError) throw error;
      await wait(milliseconds * (1 + Math.random() / 2));
    }
  }
  return call();
}
