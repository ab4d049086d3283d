import type { Viewer } from '@app/identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/src/create-api.js';
import type { SafeguardChanges } from '../../apps/api/src/security/safeguards.js';
import { GraphqlClient } from './graphql-client.js';
import { type StatementCounter, countStatements } from './statement-counter.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The whole API on a database of its own, listening on a free port. */
export interface TestApp {
  readonly url: string;
  readonly database: TestDatabase;
  readonly statements: StatementCounter;
  /** A service of the application by its class or token. */
  get: NestFastifyApplication['get'];
  /** A client that is nobody. */
  asGuest(): GraphqlClient;
  /** A client that carries a session token. */
  withToken(token: string): GraphqlClient;
  close(): Promise<void>;
}

export type { Viewer };

/**
 * Starts the API for a spec file; call `close` when the file ends. Nobody's requests are counted unless the safeguards
 * say so, nor are refusals held back, since all of a spec's come from one address. The portal is served when its folder is given.
 */
export async function createTestApp(
  safeguards: SafeguardChanges = {},
  portal: string | null = null,
): Promise<TestApp> {
  const database = await createTestDatabase();
  // Modules live as long as the process that runs the specs; what they hold must not be a whole application.
  let api: NestFastifyApplication | undefined = await createApi({
    databaseUrl: database.url,
    poolSize: 5,
    safeguards: { rate: null, refusalPause: false, ...safeguards },
    portal,
  });
  await api.listen(0, '127.0.0.1');
  const url = await api.getUrl();
  return {
    url,
    database,
    statements: countStatements(api),
    get: ((...what: Parameters<NestFastifyApplication['get']>) =>
      running(api).get(...what)) as NestFastifyApplication['get'],
    asGuest: () => new GraphqlClient(`${url}/graphql`),
    withToken: (token) => new GraphqlClient(`${url}/graphql`, token),
    close: async () => {
      await running(api).close();
      api = undefined;
      await database.drop();
    },
  };
}

function running(api: NestFastifyApplication | undefined): NestFastifyApplication {
  if (!api) throw new Error('The application was closed.');
  return api;
}
