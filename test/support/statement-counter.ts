import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

/** Counts the SQL statements that the application sends through its pool. */
export interface StatementCounter {
  /** The statements that work sent, in order. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }>;
}

interface QueryingClient {
  query: (...args: unknown[]) => unknown;
}

/** Hooks into the pool of an application; requests of the test must not run side by side while it counts. */
export function countStatements(app: Pick<NestFastifyApplication, 'get'>): StatementCounter {
  const pool = (
    app.get(DataSource).driver as unknown as {
      master: { on(event: 'connect', hook: (client: QueryingClient) => void): void };
    }
  ).master;
  let log: string[] | undefined;
  const hooked = new WeakSet<QueryingClient>();
  const hook = (client: QueryingClient) => {
    if (hooked.has(client)) return;
    hooked.add(client);
    const original = client.query.bind(client);
    client.query = (...args: unknown[]) => {
      const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string } | undefined)?.text;
      if (log && text) log.push(text);
      return original(...args);
    };
  };
  const source = pool as unknown as { _clients?: QueryingClient[] };
  source._clients?.forEach(hook);
  pool.on('connect', hook);
  return {
    during: async (work) => {
      const mine: string[] = (log = []);
      try {
        return { result: await work(), statements: mine };
      } finally {
        log = undefined;
      }
    },
  };
}
