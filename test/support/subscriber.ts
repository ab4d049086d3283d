import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestApp } from './test-app.js';

/** A client for subscriptions of somebody who is signed in; `dispose` it at the end. */
export function subscriberOf(app: TestApp, token: string): Client {
  return createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    lazy: true,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
      }
    },
  });
}

/** Does something again and again until the returned function is called, since nothing says when a subscription holds. */
export function again(work: () => Promise<unknown>): () => void {
  const timer = setInterval(() => void work(), 100);
  return () => clearInterval(timer);
}
