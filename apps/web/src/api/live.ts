import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { createClient } from 'graphql-ws';
import type { Locale } from '../texts/locale.js';

/** Number of retries before a connection is given up. */
const TRIES = 2;

interface Listener<Data> {
  readonly onNews: (data: Data) => void;
  /** The socket is blocked, refused or closed; the caller should poll instead. */
  readonly onSilence: () => void;
}

/** Listens to a subscription until the returned function is called. */
export function listenTo<Data, Variables extends Record<string, unknown>>(
  locale: Locale,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { onNews, onSilence }: Listener<Data>,
): () => void {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const client = createClient({
    url: `${scheme}://${window.location.host}/graphql`,
    connectionParams: { lang: locale },
    lazy: true,
    retryAttempts: TRIES,
  });
  const stop = client.subscribe<Data>(
    { query: stringifyDocument(document), variables },
    {
      next: ({ data }) => {
        if (data) onNews(data);
      },
      error: onSilence,
      complete: onSilence,
    },
  );
  return () => {
    stop();
    void client.dispose();
  };
}
