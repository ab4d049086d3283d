import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dataFile } from '@app/kernel';
import type { FastifyInstance } from 'fastify';
import { COMMON_HEADERS, GRAPHIQL_POLICY } from './security-headers.js';

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

/** Serves GraphiQL at `/graphiql` from the installed packages: a page for whoever develops against the API. */
export function serveGraphiql(server: FastifyInstance): void {
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
