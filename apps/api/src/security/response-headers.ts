import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** What a page may load, by directive of the Content-Security-Policy. */
type Policy = Readonly<Record<string, readonly string[]>>;

const render = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

const NOTHING_ELSE: Policy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'connect-src': ["'self'"],
};

/** Answers of the API: nobody shows them as a page, and if a browser did, they could load and do nothing. */
export const API_POLICY = render({
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

const PORTAL: Policy = {
  ...NOTHING_ELSE,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

/** Pages at the door of an event, which stay on the device and look through its camera. */
const CHECK_IN = '/desk/check-in';

const PORTAL_POLICY = render(PORTAL);
const CHECK_IN_POLICY = render({
  ...PORTAL,
  'manifest-src': ["'self'"],
  'trusted-types': ['check-in-worker'],
});

/**
 * The portal: our own files only, no inline script or style, and no script that writes markup from strings; images may be
 * drawn by its styles and chosen files. Check-in may also name its worker, and ask for the camera.
 */
export function pageHeaders(path: string): Readonly<Record<string, string>> {
  const checkIn = path.startsWith(CHECK_IN);
  return {
    ...COMMON_HEADERS,
    'content-security-policy': checkIn ? CHECK_IN_POLICY : PORTAL_POLICY,
    'permissions-policy': `camera=(${checkIn ? 'self' : ''}), ${NO_DEVICES}`,
  };
}

/** The worker that keeps check-in alive: it may fetch our own files, and nothing else. */
export const WORKER_POLICY = render({ 'default-src': ["'none'"], 'connect-src': ["'self'"] });

/** GraphiQL: our own files only, with the fonts and icons that its stylesheet carries inside. */
export const GRAPHIQL_POLICY = render({
  ...NOTHING_ELSE,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
});

const NO_DEVICES = 'microphone=(), geolocation=(), payment=()';

/** Headers of every answer in addition to its policy. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // For browsers that do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy': `camera=(), ${NO_DEVICES}`,
};

/** A day: browsers ask again what a page of another origin may send. */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Lets pages of the named origins read answers and send the session's cookie. With none named nothing is said to other
 * origins, and browsers keep answers from them.
 */
export function allowOrigins(api: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  api.enableCors({
    origin: [...origins],
    methods: ['POST'],
    allowedHeaders: ['content-type', 'authorization', 'x-lang'],
    exposedHeaders: ['retry-after'],
    credentials: true,
    maxAge: PREFLIGHT_SECONDS,
  });
}

/** Two years, the span that browsers' preload lists ask for. */
const TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains';

/** Whether people reach the platform over TLS. */
function isReachedOverTls(publicUrl: string | undefined): boolean {
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
