import { createHash } from 'node:crypto';
import { fastifyStatic } from '@fastify/static';
import { dataFile } from '@app/kernel';
import type { FastifyInstance } from 'fastify';
import { readPortalAssets } from './portal-assets.js';
import { COMMON_HEADERS, FIRST_SCREEN_POLICY } from './security-headers.js';

const FOLDER = 'apps/api/public';
/** A file under the address of its version never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** May be kept, but is asked for again each time. */
const ASK_AGAIN = 'no-cache';

/**
 * Serves the first screen at `/` and its files below the address of their version. In production browsers keep the
 * files for ever; elsewhere they ask each time, so that an edit shows at once.
 */
export async function serveFirstScreen(server: FastifyInstance, production: boolean): Promise<void> {
  const { folder, version, page } = readPortalAssets(dataFile(import.meta.url, FOLDER));
  const headers = { ...COMMON_HEADERS, 'content-security-policy': FIRST_SCREEN_POLICY };
  const tag = `"${createHash('sha256').update(page).digest('hex').slice(0, 20)}"`;

  await server.register(fastifyStatic, {
    root: folder,
    prefix: `/assets/${version}/`,
    wildcard: false,
    index: false,
    decorateReply: false,
    cacheControl: false,
    globIgnore: ['index.html', 'graphiql/**'],
    setHeaders: (reply) => {
      void reply.headers({ ...headers, 'cache-control': production ? FOR_EVER : ASK_AGAIN });
    },
  });
  server.get('/', (request, reply) => {
    void reply.headers({ ...headers, 'cache-control': ASK_AGAIN, etag: tag, vary: 'accept-encoding' });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
