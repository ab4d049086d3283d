import { setTimeout as pause } from 'node:timers/promises';
import { CircuitBreaker } from '../../port/circuit-breaker.js';
import { SearchUnavailableError } from '../../port/search.errors.js';

/** The server understood a call and refused it, by Meilisearch's own error code. */
export class MeilisearchRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'MeilisearchRefusal';
  }
}

/** A task that the server took in and could not carry out; the client hands such tasks back without throwing. */
export class TaskFailedError extends Error {
  constructor(
    readonly taskUid: number,
    readonly code: string,
    message: string,
  ) {
    super(`task ${taskUid} failed: ${code}: ${message}`);
    this.name = 'TaskFailedError';
  }
}

/** Whether a task failed because a document says nothing of the vectors by which its index finds. */
export function isWithoutVector(error: unknown): boolean {
  return error instanceof TaskFailedError && error.code === 'vector_embedding_error';
}

/** Whether a call failed because the index is not there (yet). */
export function isMissingIndex(error: unknown): boolean {
  return (
    (error instanceof MeilisearchRefusal || error instanceof TaskFailedError) &&
    error.code === 'index_not_found'
  );
}

/** Reads that Meilisearch takes as POST because they carry a body. */
const READING_POSTS = /\/(?:multi-search|search|documents\/fetch)$/;

/** Pauses before a second and a third attempt, in milliseconds, to be lengthened by up to half. */
const PAUSES = [40, 160];

/** Whether a call may be made again after it failed half way: reads only; a write would enqueue a second task. */
function isRepeatable(method: string, path: string): boolean {
  return method === 'GET' || (method === 'POST' && READING_POSTS.test(path));
}

/** The server was too slow: a retry would only add to its load. */
class TooSlowError extends SearchUnavailableError {}

/** Makes a call, and makes it again with growing pauses while the server is unavailable. */
async function withRetries<T>(
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

/** How calls to the server are made. */
export interface HttpOptions {
  /** How long one attempt may take, its answer read to the end, in milliseconds. */
  readonly timeoutMs: number;
  readonly breaker?: CircuitBreaker;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** The way in which Meilisearch's client lets others make its calls: gives the parsed answer. */
type MeilisearchHttp = (...call: Parameters<typeof fetch>) => Promise<unknown>;

/**
 * Makes the calls of Meilisearch's client, which by itself has no retries, lets a signal disable its timeout and trips
 * over answers that are not JSON. Whatever means "not now" becomes SearchUnavailableError, a refused call
 * MeilisearchRefusal.
 */
export function meilisearchHttp({
  timeoutMs,
  breaker = new CircuitBreaker(),
  wait,
}: HttpOptions): MeilisearchHttp {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const attempt = () => once(url, init ?? {}, timeoutMs);
    const repeatable = isRepeatable(init?.method ?? 'GET', url.pathname);
    return breaker.run(() => (repeatable ? withRetries(attempt, wait) : attempt()));
  };
}

async function once(url: URL, init: RequestInit, timeoutMs: number): Promise<unknown> {
  const { status, body } = await exchange(url, init, timeoutMs);
  if (status >= 500 || status === 408 || status === 429)
    throw new SearchUnavailableError(`${url.host} answers ${status}`);
  const answer = parsed(body, url, status);
  if (status < 400) return answer;
  const { code = `http_${status}`, message = '' } = (answer ?? {}) as { code?: string; message?: string };
  if (status === 401 || status === 403)
    throw new SearchUnavailableError(`${url.host} refuses the key: ${code}`);
  throw new MeilisearchRefusal(status, code, message);
}

async function exchange(
  url: URL,
  init: RequestInit,
  timeoutMs: number,
): Promise<{ status: number; body: string }> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = new Headers(init.headers);
    // Compressed, answers come in two writes, the second of which waits 40 ms for an acknowledgement.
    headers.set('accept-encoding', 'identity');
    const answer = await fetch(url, { ...init, headers, signal });
    return { status: answer.status, body: await answer.text() };
  } catch (error) {
    if (signal.aborted) throw new TooSlowError(`${url.host} did not answer within ${timeoutMs} ms`);
    const { cause } = error as { cause?: { code?: string } };
    throw new SearchUnavailableError(`${url.host}: ${cause?.code ?? String(error)}`);
  }
}

function parsed(body: string, url: URL, status: number): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new SearchUnavailableError(`${url.host} answers ${status} with something that is not JSON`);
  }
}
