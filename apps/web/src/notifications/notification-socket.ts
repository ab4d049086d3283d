import { stringifyDocument } from '@urql/core';
import { createClient } from 'graphql-ws';
import type { Locale } from '../texts/locale.js';
import { RECEIVED } from './notifications.query.js';

/** The server closes a socket so that is no (longer) anybody's. */
const FORBIDDEN = 4403;

/**
 * Listens for the reader's notifications until the returned function is called. A lost connection is sought again, ever
 * more seldom; after one, whatever came meanwhile is asked for.
 */
export function listen(locale: Locale, onArrival: () => void): () => void {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  let connections = 0;
  const client = createClient({
    url: `${scheme}://${window.location.host}/graphql`,
    connectionParams: { lang: locale },
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: (event) => (event as CloseEvent).code !== FORBIDDEN,
    on: {
      connected: () => {
        if (++connections > 1) onArrival();
      },
    },
  });
  const stop = client.subscribe(
    { query: stringifyDocument(RECEIVED) },
    { next: onArrival, error: () => undefined, complete: () => undefined },
  );
  return () => {
    stop();
    void client.dispose();
  };
}
