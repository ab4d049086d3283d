import { get as httpGet } from 'node:http';
import { CapabilityKind } from '@app/capabilities';
import { Reindexer } from '@app/search';
import { aCapability, type TestCapability } from '../../support/builders/capabilities.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../../support/portal-app.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** Everything that may be loaded, and from where. */
const directives = (policy: string | null) =>
  new Map((policy ?? '').split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]));

/** The text that a reader without scripts sees. */
const readable = (html: string) =>
  html
    .replace(/[\s\S]*<body[^>]*>/, '')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const jsonLdOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!) as Record<
    string,
    unknown
  >;

describe('the public pages over HTTP', () => {
  let app: TestApp;
  let buyer: TestOrganization;
  let supplier: TestOrganization;
  let capability: TestCapability;
  let need: TestNeed;
  let event: { id: string };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
  const pageAt = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).text();

  beforeAll(async () => {
    app = await createPortalApp();
    buyer = await anOrganization(app, { name: '杭州驰岳汽车有限公司' });
    supplier = await anOrganization(app, { name: '宁波铸远精密有限公司', regionCode: '330206' });
    capability = await aCapability(app, supplier.key, {
      kind: CapabilityKind.PRODUCT,
      title: '铝合金压铸电机壳体',
      description: '真空压铸 <b>与机加工</b>',
    });
    need = await aNeed(app, buyer.key, { title: '电机壳体压铸件', alias: '某新能源汽车链主·杭州' });
    event = await anEvent(app, buyer.key, { title: '新能源汽车零部件对接会' });
    await app.get(Reindexer).rebuildIndexes();
  }, PORTAL_START_MS);
  afterAll(() => app.close());

  it('read without any script: home, a search, a capability, an organization, a need, an event', async () => {
    expect(readable(await pageAt('/'))).toContain('电机壳体压铸件');
    expect(readable(await pageAt(`/search?q=${encodeURIComponent('压铸')}`))).toContain(
      '铝合金 压铸 电机壳体',
    );
    expect(readable(await pageAt(`/capabilities/${capability.id}`))).toContain('宁波铸远精密有限公司');
    expect(readable(await pageAt(`/organizations/${supplier.id}`))).toContain('铝合金压铸电机壳体');
    expect(readable(await pageAt(`/needs/${need.id}`))).toContain('电机壳体压铸件');
    expect(readable(await pageAt(`/events/${event.id}`))).toContain('新能源汽车零部件对接会');
    expect(readable(await pageAt('/events'))).toContain('新能源汽车零部件对接会');
    expect(readable(await pageAt('/fairs?month=9'))).toContain('中国国际工业博览会');
  });

  it('answer a need in plain words within the address, with matches and reasons', async () => {
    const words = readable(await pageAt(`/?q=${encodeURIComponent('铝合金压铸电机壳体 每月5000件 杭州')}`));
    expect(words).toContain('宁波铸远精密有限公司');
    expect(words).toContain('逐项依据');
  });

  it('tell search engines what they are: title, description, language, address, schema.org', async () => {
    const page = await pageAt(`/capabilities/${capability.id}`);
    expect(page).toContain('<title>铝合金压铸电机壳体 · 链桥</title>');
    expect(page).toContain('<meta name="description" content="真空压铸 &lt;b&gt;与机加工&lt;/b&gt;">');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toMatch(/<link rel="canonical" href="http:\/\/[^"]+\/capabilities\/[^"?]+">/);
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'Product',
      name: '铝合金压铸电机壳体',
      manufacturer: { name: '宁波铸远精密有限公司' },
    });
    expect(jsonLdOf(await pageAt(`/events/${event.id}`))).toMatchObject({ '@type': 'Event' });
    expect(jsonLdOf(await pageAt(`/organizations/${supplier.id}`))).toMatchObject({
      '@type': 'Organization',
    });
  });

  it('tell search engines which pages there are and which are not for them', async () => {
    const robots = await get('/robots.txt');
    expect(robots.headers.get('content-type')).toContain('text/plain');
    const rules = await robots.text();
    expect(rules).toMatch(/^User-agent: \*\nDisallow: \/desk\n/);
    const [, address] = /^Sitemap: (http:\/\/localhost:\d+\/sitemap\.xml)$/m.exec(rules)!;
    const map = await get(new URL(address!).pathname);
    expect(map.headers.get('content-type')).toContain('xml');
    const pages = [...(await map.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, page]) => new URL(page!));
    expect(pages.map(({ pathname }) => pathname)).toEqual([
      '/',
      '/search',
      '/events',
      '/fairs',
      `/events/${event.id}`,
    ]);
    for (const { pathname } of pages) expect((await get(pathname)).status).toBe(200);
  });

  it('do not take their canonical address from the request', async () => {
    const page = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
      httpGet(`${app.url}/events/${event.id}`, { headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => (text += part));
        response.on('end', () => resolve(text));
      }).on('error', reject);
    });
    expect(page).toMatch(/rel="canonical" href="http:\/\/localhost:\d+\/events\//);
    expect(page).not.toContain('evil.example');
  });

  it('name the buyer by its alias only', async () => {
    const page = await pageAt(`/needs/${need.id}`);
    expect(page).toContain('某新能源汽车链主·杭州');
    expect(page).not.toContain('杭州驰岳汽车有限公司');
  });

  it('speak the language of the address, remember it, and otherwise Chinese', async () => {
    const asked = await get('/events?lang=en');
    expect(asked.headers.get('set-cookie')).toContain('lianqiao_lang=en');
    expect(await asked.text()).toContain('<html lang="en">');
    const remembered = await pageAt('/events', { cookie: 'lianqiao_lang=en' });
    expect(readable(remembered)).toContain('Docking sessions, fairs, forums and trainings');
    expect(readable(await pageAt('/events'))).toContain('对接活动');
  });

  it("speak the browser's language at the first visit, and a chosen one ever after", async () => {
    const english = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' };
    const first = await get('/events', english);
    const page = await first.text();
    expect(page).toContain('<html lang="en">');
    expect(readable(page)).toContain('Docking sessions, fairs, forums and trainings');
    expect(page).toContain('"locale":"en"');
    // What nobody has chosen is not remembered: the browser's wish may change.
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(await pageAt('/desk/needs', english)).toContain('<html lang="en">');
    const chosen = await pageAt('/events', { ...english, cookie: 'lianqiao_lang=zh' });
    expect(chosen).toContain('<html lang="zh-CN">');
    expect(await pageAt('/events', { 'accept-language': 'zh-HK,en;q=0.9' })).toContain('<html lang="zh-CN">');
    expect(await pageAt('/events', { 'accept-language': 'de-DE' })).toContain('<html lang="zh-CN">');
  });

  it('are 404 where the address means nothing to the reader, and never told to search engines', async () => {
    for (const path of ['/needs/none', `/capabilities/${need.id}`, '/no/such/page']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, path.startsWith('/no/') ? 200 : 404]);
    }
    for (const path of [
      '/.env',
      '/.git/config',
      '/wp-login.php',
      '/a/%2Eenv',
      '/no/such/page.html',
      '/none.txt',
    ]) {
      const response = await get(path, { accept: 'text/html' });
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('<html');
    }
    const missing = await pageAt('/organizations/none');
    expect(missing).toContain('<meta name="robots" content="noindex">');
    expect((await get('/wp-login.php', { accept: 'application/json' })).status).toBe(404);
  });

  it('load our own files only: no inline script, no inline style, no other host', async () => {
    const response = await get(`/needs/${need.id}`);
    const policy = directives(response.headers.get('content-security-policy'));
    for (const kind of ['script-src', 'style-src', 'connect-src', 'font-src'])
      expect(policy.get(kind)).toEqual(["'self'"]);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    const page = await response.text();
    expect(page).not.toMatch(/<script(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))/);
    expect(page).not.toMatch(/<style|\sstyle="|\son\w+="/);
    const loaded = [...page.matchAll(/<(?:script|link|img)[^>]*\s(?:src|href)="([^"]+)"/g)]
      .map(([tag, address]) => ({ tag: tag!, address: address! }))
      .filter(({ tag }) => !/rel="(?:canonical|alternate)"/.test(tag));
    expect(loaded.length).toBeGreaterThan(2);
    for (const { address } of loaded) {
      expect(address).toMatch(/^\/[^/]/);
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    }
  });

  it('are asked for again each time, while their files are kept for ever and come packed', async () => {
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    const script = /\/static\/[\w.-]+\.js/.exec(await page.text())![0];
    const file = await get(script, { 'accept-encoding': 'br' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('br');
    expect(file.headers.get('content-type')).toContain('javascript');
    const again = await get(script, { 'if-none-match': file.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('give no file from outside their folder', async () => {
    for (const path of ['/static/..%2f..%2fserver%2fentry-server.js', '/static/none.js'])
      expect((await get(path)).status).toBe(404);
  });

  it('have GraphiQL beside them while developing, from our own host', async () => {
    const response = await get('/graphiql');
    expect(response.status).toBe(200);
    expect(directives(response.headers.get('content-security-policy')).get('script-src')).toEqual(["'self'"]);
    const page = await response.text();
    for (const [, address] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect([address, (await get(address!)).status]).toEqual([address, 200]);
  });
});

describe('without a portal', () => {
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

  it('the API says that it has not been built', async () => {
    const response = await fetch(`${app.url}/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  it('and in production there is no GraphiQL', async () => {
    for (const path of ['/graphiql', '/graphiql/graphiql.js', '/graphiql/start.js'])
      expect((await fetch(`${app.url}${path}`)).status).toBe(404);
  });
});
