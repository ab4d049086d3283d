import { aPerson } from '../../../support/builders/identity.js';
import { savedBy, searchesOf } from '../../../support/builders/saved-searches.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function aLink() {
  const person = await aPerson(app);
  await savedBy(person.client, { name: '<i>压铸</i>', query: { index: 'NEEDS', text: '压铸' } });
  const [search] = await searchesOf(app, person.user.id);
  const frequency = async () => (await searchesOf(app, person.user.id))[0]?.frequency;
  return { page: `${app.url}/u/${search!.unsubscribeToken}`, frequency, person };
}

it('opening the link asks, in the reader’s language, and changes nothing', async () => {
  const { page, frequency } = await aLink();
  const response = await fetch(`${page}?lang=en`);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).toContain('&lt;i&gt;压铸&lt;/i&gt;');
  expect(html).toMatch(/<form method="post"[^>]*><button>Stop<\/button>/);
  expect(await frequency()).toBe('AS_IT_HAPPENS');
});

it('posting it ends the alerts without signing in, also at one click from a mail program, twice without harm', async () => {
  const { page, frequency } = await aLink();
  for (let i = 0; i < 2; i++) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const response = await fetch(page, { method: 'POST', body });
    expect([response.status, await frequency()]).toEqual([200, 'OFF']);
  }
});

it('leads nowhere when it is guessed', async () => {
  const { frequency } = await aLink();
  for (const guessed of ['guessed', 'A'.repeat(43)])
    for (const method of ['GET', 'POST'])
      expect((await fetch(`${app.url}/u/${guessed}`, { method })).status).toBe(404);
  expect(await frequency()).toBe('AS_IT_HAPPENS');
});
