import { dataFile, readSettings } from '@app/kernel';
import { MatchPool } from '@app/matching';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { inputValidation } from './graphql/validation.js';
import { observeRequests } from './observation/observe-requests.js';
import { servePortal } from './portal/serve-portal.js';
import { allowOrigins, secureResponses } from './security/response-headers.js';
import { type SafeguardChanges, safeguardsOf } from './security/safeguards.js';
import { serveSubscriptions } from './subscriptions/serve-subscriptions.js';

/** Where `npm run build` puts the portal. */
const PORTAL = 'dist/apps/web';

/** The API as an application that does not listen yet; single safeguards may be set otherwise than the settings say. */
export async function createApi(options: {
  databaseUrl: string;
  poolSize?: number;
  safeguards?: SafeguardChanges;
  /** The folder of the built portal; null: none is served. */
  portal?: string | null;
}): Promise<NestFastifyApplication> {
  const settings = readSettings();
  const safeguards = safeguardsOf(settings, options.safeguards);
  const api = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({ ...options, safeguards }),
    new FastifyAdapter({
      bodyLimit: safeguards.bodyBytes,
      // Fastify by itself would wait for the rest of a request for ever.
      requestTimeout: safeguards.arrival.requestMs,
      http: {
        headersTimeout: safeguards.arrival.headersMs,
        connectionsCheckingInterval: safeguards.arrival.lookEveryMs,
      },
      forceCloseConnections: 'idle',
      // A request that was let in before the door closed is answered like any other.
      return503OnClosing: false,
      trustProxy: settings.TRUSTED_PROXIES.length > 0 ? [...settings.TRUSTED_PROXIES] : false,
    }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  await api.register(cookie);
  const server = api.getHttpAdapter().getInstance();
  observeRequests(api);
  secureResponses(server, settings.PUBLIC_URL);
  allowOrigins(api, settings.CORS_ORIGINS);
  const { portal = dataFile(import.meta.url, PORTAL) } = options;
  servePortal(api, settings, portal);
  serveSubscriptions(api);
  api.get(MatchPool, { strict: false }).startThreads();
  api.useGlobalPipes(inputValidation());
  return api;
}
