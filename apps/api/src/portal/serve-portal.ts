import { dataFile, type Settings } from '@app/kernel';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { API_POLICY, COMMON_HEADERS, GRAPHIQL_POLICY, WORKER_POLICY } from '../security/response-headers.js';
import { PageRenderer } from './page-renderer.js';
import { PortalBuild, type StaticFile } from './portal-build.js';
import { serveCrawlerFiles } from './serve-crawler-files.js';
import { servePages } from './serve-pages.js';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Address below /graphiql → the file of a package and what it is. */
const FILES = {
  'react.js': { package: 'react', path: 'umd/react.production.min.js', type: SCRIPT },
  'react-dom.js': { package: 'react-dom', path: 'umd/react-dom.production.min.js', type: SCRIPT },
  'graphiql.js': { package: 'graphiql', path: 'graphiql.min.js', type: SCRIPT },
  'graphiql.css': { package: 'graphiql', path: 'graphiql.min.css', type: STYLE },
} as const;

/** Serves GraphiQL at `/graphiql` from the installed packages: a page for developers who use the API. */
function serveGraphiql(server: FastifyInstance): void {
  const headers = {
    ...COMMON_HEADERS,
    'content-security-policy': GRAPHIQL_POLICY,
    'cache-control': 'no-cache',
  };
  const serve = (address: string, type: string, file: string) =>
    server.get(address, (_, reply) => reply.headers(headers).type(type).send(readFileSync(file)));
  const own = (name: string) => dataFile(import.meta.url, `apps/api/public/graphiql/${name}`);

  serve('/graphiql', 'text/html; charset=utf-8', own('graphiql.html'));
  serve('/graphiql/start.js', SCRIPT, own('start.js'));
  serve('/graphiql/page.css', STYLE, own('page.css'));
  for (const [name, file] of Object.entries(FILES)) {
    serve(`/graphiql/${name}`, file.type, join(folderOf(file.package), file.path));
  }
}

/** Says at `/` that the portal has not been built: who runs the API from its sources may not need it. */
function serveMissingPortal(server: FastifyInstance): void {
  server.get('/', (_, reply) =>
    reply
      .code(503)
      .headers({ ...COMMON_HEADERS, 'content-security-policy': API_POLICY, 'cache-control': 'no-store' })
      .type('text/plain; charset=utf-8')
      .send('门户尚未构建，请运行 npm run build。 The portal has not been built: run npm run build.\n'),
  );
}

/** A file whose name carries its content's hash never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** May be kept, but is asked for again after a day. */
const FOR_A_DAY = 'public, max-age=86400';

/**
 * Serves the portal's files, packed as the browser can read them. Those outside `static` have no hash in their names, the
 * worker of check-in among them, which is bound by the policy that comes with it.
 */
function serveStaticFiles(server: FastifyInstance, build: PortalBuild): void {
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

type PortalSettings = Pick<Settings, 'production' | 'PUBLIC_URL'>;

/** What the API serves to browsers in addition to GraphQL: the portal from its folder, and GraphiQL outside production. */
export function servePortal(
  api: NestFastifyApplication,
  { production, PUBLIC_URL: publicUrl }: PortalSettings,
  folder: string | null,
): void {
  const server = api.getHttpAdapter().getInstance();
  if (!production) serveGraphiql(server);
  const build = folder && PortalBuild.read(folder);
  if (!build) {
    serveMissingPortal(server);
    return;
  }
  serveStaticFiles(server, build);
  const logger = api.get<PlatformLogger>(LOGGER);
  const renderer = new PageRenderer(api, build, { publicUrl, outbox: !production });
  serveCrawlerFiles(server, renderer);
  servePages(server, build, renderer, (url, error) =>
    logger.warn({ url, err: error }, 'a page was left to the browser'),
  );
}
