import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PortalBuild, StaticFile } from './portal-build.js';
import { COMMON_HEADERS, WORKER_POLICY } from './security-headers.js';

/** A file whose name carries its content's hash never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** May be kept, but is asked for again after a day. */
const FOR_A_DAY = 'public, max-age=86400';

/**
 * Serves the portal's files, packed as the browser can read them. Those beside `static` have no hash in their names, the
 * worker of check-in among them, which is bound by the policy that comes with it.
 */
export function serveStaticFiles(server: FastifyInstance, build: PortalBuild): void {
  server.get<{ Params: { name: string } }>('/static/:name', (request, reply) =>
    send(request, reply, build.files.get(`static/${request.params.name}`), FOR_EVER),
  );
  for (const [name, file] of build.files) {
    if (!name.includes('/'))
      server.get(`/${name}`, (request, reply) =>
        send(request, reply.header('content-security-policy', WORKER_POLICY), file, FOR_A_DAY),
      );
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile | undefined,
  caching: string,
): FastifyReply {
  if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
  void reply.headers({
    ...COMMON_HEADERS,
    'cache-control': caching,
    etag: file.tag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match']?.includes(file.tag)) return reply.code(304).send();
  void reply.type(file.type);
  const encoding = encodingOf(request, file);
  if (!encoding) return reply.send(file.bytes);
  return reply.header('content-encoding', encoding).send(file.packed[encoding]);
}

function encodingOf({ headers }: FastifyRequest, file: StaticFile): 'br' | 'gzip' | null {
  const accepted = String(headers['accept-encoding'] ?? '');
  if (file.packed.br && /\bbr\b/.test(accepted)) return 'br';
  return file.packed.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
}
