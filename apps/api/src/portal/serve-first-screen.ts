import { dataFile } from '@app/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PortalFile, readPortalAssets } from './portal-assets.js';
import { COMMON_HEADERS, FIRST_SCREEN_POLICY } from './security-headers.js';

const FOLDER = 'apps/api/public';
/** A file under the address of its version never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** May be kept, but is asked for again each time. */
const ASK_AGAIN = 'no-cache';

/**
 * Serves the first screen at `/` and its files below the address of their version. In production the files are read
 * once and browsers keep them for ever; elsewhere both ask each time, so that an edit shows at the next reload.
 */
export function serveFirstScreen(server: FastifyInstance, production: boolean): void {
  const atStart = readPortalAssets(dataFile(import.meta.url, FOLDER));
  const assets = () => (production ? atStart : readPortalAssets(dataFile(import.meta.url, FOLDER)));

  server.get('/', (request, reply) => send(request, reply, assets().page, ASK_AGAIN));
  server.get<{ Params: { version: string; '*': string } }>('/assets/:version/*', (request, reply) => {
    const { version, files } = assets();
    const file = request.params.version === version ? files.get(request.params['*']) : undefined;
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
    return send(request, reply, file, production ? FOR_EVER : ASK_AGAIN);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: PortalFile, caching: string): FastifyReply {
  void reply.headers({
    ...COMMON_HEADERS,
    'content-security-policy': FIRST_SCREEN_POLICY,
    'cache-control': caching,
    etag: file.tag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match']?.includes(file.tag)) return reply.code(304).send();
  void reply.type(file.type);
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return reply.send(file.bytes);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}
