import { createTestApp, type TestApp } from '../../support/test-app.js';

/** Everything that may be loaded, and from where. */
const directives = (policy: string | null) =>
  new Map((policy ?? '').split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]));

describe('the first screen over HTTP', () => {
  let app: TestApp;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });
  const assetOf = async (file: string) => {
    const page = await (await get('/')).text();
    return `${/\/assets\/[0-9a-f]{12}\//.exec(page)![0]}${file}`;
  };

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('is a page in Chinese at /', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).not.toContain('__VERSION__');
  });

  it('allows our own files only, and neither inline scripts nor inline styles', async () => {
    const { headers } = await get('/');
    const policy = directives(headers.get('content-security-policy'));
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    for (const kind of ['script-src', 'style-src', 'img-src', 'connect-src'])
      expect(policy.get(kind)).toEqual(["'self'"]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('holds no inline script, style or handler, and names no other host', async () => {
    const page = await (await get('/')).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(page).not.toMatch(/https?:\/\/|src="\/\//);
  });

  it('is asked for again each time, and not sent again when nothing changed', async () => {
    const first = await get('/');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { 'if-none-match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('finds every file that the page names', async () => {
    const page = await (await get('/')).text();
    const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address]) => address!);
    expect(named.length).toBeGreaterThan(4);
    for (const address of named) {
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('serves modules as JavaScript, and answers a revalidation with nothing', async () => {
    const address = await assetOf('js/main.js');
    const response = await get(address);
    expect(response.headers.get('content-type')).toContain('javascript');
    const again = await get(address, { 'if-none-match': response.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('serves nothing outside its folder and no version that is not the present one', async () => {
    expect((await get(await assetOf('..%2f..%2fsrc/main.ts'))).status).toBe(404);
    expect((await get('/assets/000000000000/js/main.js')).status).toBe(404);
    expect((await get('/nowhere')).status).toBe(404);
  });

  it('brings GraphiQL from our own host while developing', async () => {
    const response = await get('/graphiql');
    expect(response.status).toBe(200);
    const policy = directives(response.headers.get('content-security-policy'));
    expect(policy.get('script-src')).toEqual(["'self'"]);
    const page = await response.text();
    for (const [, address] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect([address, (await get(address!)).status]).toEqual([address, 200]);
    }
  });
});

describe('the first screen in production', () => {
  let app: TestApp;
  const environment = process.env['NODE_ENV'];

  beforeAll(async () => {
    process.env['NODE_ENV'] = 'production';
    app = await createTestApp();
  });
  afterAll(async () => {
    process.env['NODE_ENV'] = environment;
    await app.close();
  });

  it('has no GraphiQL', async () => {
    for (const path of ['/graphiql', '/graphiql/graphiql.js', '/graphiql/start.js']) {
      expect((await fetch(`${app.url}${path}`)).status).toBe(404);
    }
  });

  it('lets browsers keep its files for ever, and the page not', async () => {
    const page = await fetch(`${app.url}/`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = /\/assets\/[0-9a-f]{12}\/js\/main\.js/.exec(await page.text())![0];
    const response = await fetch(`${app.url}${script}`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});
