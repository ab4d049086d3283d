import { aPerson, PASSWORD } from '../../support/builders/identity.js';
import type { TestApp } from '../../support/test-app.js';
import { createProductionApp } from './production-app.spec-support.js';
import { post, raw, type RawAnswer } from './raw-request.spec-support.js';

const TLS = { PUBLIC_URL: 'https://lianqiao.example.org' };
const PLAIN = { PUBLIC_URL: 'http://lianqiao.example.org' };
const FRIEND = 'https://portal.example.org';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const STRANGER = 'https://evil.example.org';

/** One answer of each kind that there is. */
const ANSWERS: readonly (readonly [
  name: string,
  ask: (app: TestApp) => Promise<RawAnswer>,
  status: number,
])[] = [
  ['the word that there is no portal', (app) => raw(app, '/'), 503],
  ['a file of the portal that is not there', (app) => raw(app, '/static/none.js'), 404],
  ['an answer', (app) => post(app, { query: '{ __typename }' }), 200],
  ['a refused document', (app) => post(app, { query: '{ nothing }' }), 400],
  ['a refused form of request', (app) => raw(app, '/graphql'), 400],
  ['a body that cannot be read', (app) => raw(app, '/graphql', { method: 'POST', body: '{' }), 400],
  ['an address that is not there', (app) => raw(app, '/wp-admin'), 404],
  ['health', (app) => raw(app, '/health/live'), 200],
];

async function withApp<T>(variables: Record<string, string>, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await createProductionApp({}, variables);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

describe('every answer', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createProductionApp({}, TLS);
  });

  afterAll(() => app.close());

  it.each(ANSWERS)('carries the security headers: %s', async (_, ask, status) => {
    const answer = await ask(app);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/) as string,
    });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  });

  it('of the API is kept by no cache', async () => {
    expect((await post(app, { query: '{ __typename }' })).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the session cookie', () => {
  const cookieUnder = (variables: Record<string, string>) =>
    withApp(variables, async (app) => {
      const { phone: identifier } = await aPerson(app);
      const answer = await post(app, {
        query: SIGN_IN,
        variables: { input: { identifier, password: PASSWORD } },
      });
      return answer.headers.get('set-cookie') ?? '';
    });

  it('is out of the reach of scripts and of other sites, and under https goes over TLS only', async () => {
    const cookie = await cookieUnder(TLS);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(cookie).toContain(attribute);
  });

  it('works without TLS where the platform is reached without', async () => {
    const cookie = await cookieUnder(PLAIN);
    expect(cookie).toContain('HttpOnly; SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  });
});

describe('pages of other origins', () => {
  const ask = (app: TestApp, origin: string) => post(app, { query: '{ __typename }' }, { origin });
  const preflight = (app: TestApp, origin: string) =>
    raw(app, '/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
  const allowed = ({ headers }: RawAnswer) => [
    headers.get('access-control-allow-origin'),
    headers.get('access-control-allow-credentials'),
  ];

  it('may read nothing by default, and browsers are told nothing of transport security over http', async () => {
    await withApp(PLAIN, async (app) => {
      for (const answer of [await ask(app, STRANGER), await preflight(app, STRANGER)])
        expect(allowed(answer)).toEqual([null, null]);
      expect((await ask(app, STRANGER)).headers.get('strict-transport-security')).toBeNull();
    });
  });

  it('may read answers when they are named, and no others', async () => {
    await withApp({ CORS_ORIGINS: `${FRIEND}, https://second.example.org` }, async (app) => {
      for (const answer of [await ask(app, FRIEND), await preflight(app, FRIEND)])
        expect(allowed(answer)).toEqual([FRIEND, 'true']);
      for (const answer of [await ask(app, STRANGER), await preflight(app, STRANGER)])
        expect(allowed(answer)[0]).toBeNull();
    });
  });
});
