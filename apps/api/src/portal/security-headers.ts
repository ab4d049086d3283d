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

/** The first screen: our own files only, no inline script or style, and no script that writes markup from strings. */
export const FIRST_SCREEN_POLICY = render({
  ...NOTHING_ELSE,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
});

/** GraphiQL: our own files only, with the fonts and icons that its stylesheet carries inside. */
export const GRAPHIQL_POLICY = render({
  ...NOTHING_ELSE,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
});

/** Headers of every file of the portal, beside its policy. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};
