import type { RequestContext } from '@app/identity';
import { type Settings, SETTINGS } from '@app/kernel';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLError } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { RequestContextFactory } from '../graphql/request-context.factory.js';
import { SAFEGUARDS, type Safeguards } from '../security/safeguards.js';
import { readWish, subscribeFresh, type Subscribing, toldErrors } from './subscription-operations.js';

/**
 * Whether a page may open a socket. A browser sends the session's cookie with every socket, also with one that another
 * site's page opens, and no preflight asks first: so the origin decides. Programs send none.
 */
function mayOpenSocket(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { CORS_ORIGINS, PUBLIC_URL }: Pick<Settings, 'CORS_ORIGINS' | 'PUBLIC_URL'>,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (CORS_ORIGINS.includes(origin)) return true;
  if (PUBLIC_URL !== undefined) return origin === new URL(PUBLIC_URL).origin;
  return URL.canParse(origin) && new URL(origin).host === host;
}

const PATH = '/graphql';
/** So many subscriptions one socket may hold. */
const MOST_SUBSCRIPTIONS = 10;
/** A wish is a short document. */
const MOST_BYTES = 64_000;
const GOING_AWAY = 1001;

type Parameters = Record<string, unknown>;
type Socket = Context<Parameters, Extra & Partial<Record<string, never>>>;

/**
 * Serves subscriptions at `/graphql` over the protocol `graphql-transport-ws`, to whoever is signed in: the session's
 * cookie or a bearer token comes with the request that opens the socket. Sockets end when the API stops.
 */
export function serveSubscriptions(api: NestFastifyApplication): void {
  const settings = api.get<Settings>(SETTINGS);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  const served = useServer<Parameters, Record<string, never>>(optionsOf(api), sockets);
  const open = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://any').pathname !== PATH || !mayOpenSocket(request, settings)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  };
  const server = api.getHttpAdapter().getInstance();
  server.server.on('upgrade', open);
  server.addHook('preClose', async () => {
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    await served.dispose();
  });
}

function optionsOf(api: NestFastifyApplication): ServerOptions<Parameters, Socket['extra']> {
  const safeguards = api.get<Safeguards>(SAFEGUARDS);
  const contexts = api.get(RequestContextFactory);
  const contextOf = ({ extra, connectionParams }: Socket): Promise<RequestContext> =>
    contexts.forSocket(extra.request, String(connectionParams?.['lang'] ?? ''));
  return {
    onConnect: async (socket) => (await contextOf(socket)).viewer.signedIn,
    onSubscribe: async (socket, _id, wish) => {
      if (Object.keys(socket.subscriptions).length >= MOST_SUBSCRIPTIONS)
        return [new GraphQLError('Too many subscriptions.', { extensions: { code: 'BAD_REQUEST' } })];
      const { schema } = api.get(GraphQLSchemaHost);
      const read = readWish(schema, wish, safeguards);
      const contextValue = await contextOf(socket);
      if (Array.isArray(read)) return toldErrors(read, contextValue, safeguards);
      const args: Subscribing = {
        ...read,
        schema,
        variableValues: wish.variables ?? {},
        contextValue,
        freshContext: () => contextOf(socket),
      };
      return args;
    },
    subscribe: (args) => subscribeFresh(args as Subscribing, safeguards),
  };
}
