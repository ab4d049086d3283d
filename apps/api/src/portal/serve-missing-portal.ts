import type { FastifyInstance } from 'fastify';
import { API_POLICY, COMMON_HEADERS } from './security-headers.js';

/** Says at `/` that the portal has not been built: who runs the API from its sources may not need it. */
export function serveMissingPortal(server: FastifyInstance): void {
  server.get('/', (_, reply) =>
    reply
      .code(503)
      .headers({ ...COMMON_HEADERS, 'content-security-policy': API_POLICY, 'cache-control': 'no-store' })
      .type('text/plain; charset=utf-8')
      .send('门户尚未构建，请运行 npm run build。 The portal has not been built: run npm run build.\n'),
  );
}
