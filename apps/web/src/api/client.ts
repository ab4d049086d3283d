import { cacheExchange, type Client, createClient, type Exchange, fetchExchange } from '@urql/core';
import type { Locale } from '../texts/locale.js';

/** Longest wait for an answer. */
const PATIENCE_MS = 20_000;

/** How the portal reaches the API: browsers over the network, the server within its own process. */
export interface Connection {
  readonly locale: Locale;
  readonly fetch: typeof globalThis.fetch;
  readonly url: string;
  /** Keeps what the server has already asked; see `ssrExchange`. */
  readonly handedOver?: Exchange;
}

/** A client that is answered in the reader's language. */
export function portalClient({ locale, fetch, url, handedOver }: Connection): Client {
  return createClient({
    url,
    fetch: (input, init) => fetch(input, { ...init, signal: patience(init?.signal) }),
    preferGetMethod: false,
    fetchOptions: { headers: { 'x-lang': locale }, credentials: 'same-origin' },
    exchanges: [cacheExchange, ...(handedOver ? [handedOver] : []), fetchExchange],
  });
}

/** Gives up when the caller does, or when it has taken too long; browsers without `any` wait for the caller alone. */
function patience(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (!('timeout' in AbortSignal)) return signal ?? undefined;
  const late = AbortSignal.timeout(PATIENCE_MS);
  if (!signal) return late;
  return 'any' in AbortSignal ? AbortSignal.any([signal, late]) : signal;
}
