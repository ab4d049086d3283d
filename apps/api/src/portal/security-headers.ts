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

/** Headers of every answer, beside its policy. */
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
