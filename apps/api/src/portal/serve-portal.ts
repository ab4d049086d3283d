import type { Settings } from '@app/kernel';
import type { FastifyInstance } from 'fastify';
import { serveFirstScreen } from './serve-first-screen.js';
import { serveGraphiql } from './serve-graphiql.js';

/** What the API serves to browsers beside GraphQL: the first screen, and GraphiQL outside production. */
export function servePortal(server: FastifyInstance, { production }: Pick<Settings, 'production'>): void {
  serveFirstScreen(server, production);
  if (!production) serveGraphiql(server);
}
