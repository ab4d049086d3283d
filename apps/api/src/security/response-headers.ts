import type { FastifyInstance } from 'fastify';
import { API_POLICY, COMMON_HEADERS } from '../portal/security-headers.js';

/** Two years, the span that browsers' preload lists ask for. */
const TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains';

/** Whether people reach the platform over TLS. */
export function isReachedOverTls(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https://') ?? false;
}

/**
 * Puts the security headers on every answer, errors and refusals included, before any route is asked: pages replace the
 * policy, which lets an answer of the API load nothing at all. Nothing of the API is kept by caches, since answers
 * depend on who asks; the portal's files say otherwise of themselves.
 */
export function secureResponses(server: FastifyInstance, publicUrl: string | undefined): void {
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    'content-security-policy': API_POLICY,
    'cache-control': 'no-store',
    ...(isReachedOverTls(publicUrl) ? { 'strict-transport-security': TRANSPORT_SECURITY } : {}),
  };
  server.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}
