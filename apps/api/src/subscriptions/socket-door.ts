import type { IncomingMessage } from 'node:http';
import type { Settings } from '@app/kernel';

/**
 * Whether a page may open a socket. A browser sends the session's cookie with every socket, also with one that another
 * site's page opens, and no preflight asks first: so the origin decides. Programs send none.
 */
export function mayOpenSocket(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { CORS_ORIGINS, PUBLIC_URL }: Pick<Settings, 'CORS_ORIGINS' | 'PUBLIC_URL'>,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (CORS_ORIGINS.includes(origin)) return true;
  if (PUBLIC_URL !== undefined) return origin === new URL(PUBLIC_URL).origin;
  return URL.canParse(origin) && new URL(origin).host === host;
}
