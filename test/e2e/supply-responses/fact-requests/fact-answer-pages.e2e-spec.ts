import { storedCapability } from '../../../support/builders/capabilities.js';
import { anOpenMatch, askedAbout, factRequestsAbout } from '../../../support/builders/fact-requests.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const FACTS = [
  { kind: 'CERTIFICATE', subjectId: 'iatf-16949' },
  { kind: 'PARAMETER', subjectId: 'piece-weight' },
  { kind: 'CAPACITY' },
  { kind: 'LEAD_TIME' },
  { kind: 'MINIMUM_ORDER' },
  { kind: 'PRICE' },
];

async function aLink() {
  const match = await anOpenMatch(app, '<b>某链主</b>');
  const { token } = await askedAbout(app, match, { facts: FACTS });
  return { match, token, page: `${app.url}/f/${token}` };
}

async function post(page: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await fetch(page, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, text: await response.text() };
}

const ANSWER = {
  action: 'answer',
  offered: 'yes',
  'CERTIFICATE.iatf-16949.held': 'yes',
  'CERTIFICATE.iatf-16949.number': 'T-178',
  'CERTIFICATE.iatf-16949.until': '2099-12-31',
  'PARAMETER.piece-weight.min': '0.5',
  'PARAMETER.piece-weight.max': '１８',
  'CAPACITY.amount': '80,000',
  'CAPACITY.unit': '件',
  'CAPACITY.period': 'MONTH',
  'LEAD_TIME.days': '35',
  'MINIMUM_ORDER.amount': '500',
  'PRICE.min': '12.5',
  'PRICE.tax': 'yes',
};

it('shows the questions without scripts, in the reader’s language, as text whatever the buyer wrote', async () => {
  const { page, match } = await aLink();
  const response = await fetch(page, { headers: { 'accept-language': 'en' } });
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(html).toContain('&lt;b&gt;某链主&lt;/b&gt;');
  expect(html).toContain('lang="en"');
  expect(html).toContain('Minimum order');
  expect(html).not.toMatch(/<script|style=|onclick|<b>/);
  expect(html).not.toContain(match.buyer.name);
  expect(await (await fetch(`${page}?lang=zh`)).text()).toContain('起订量');
  const style = await fetch(`${app.url}/f/style.css`);
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
});

it('takes a form as a person on a phone fills it, once', async () => {
  const { page, match } = await aLink();
  const answered = await post(`${page}?lang=zh`, ANSWER);
  expect([answered.status, answered.text.includes('已提交')]).toEqual([200, true]);
  expect(answered.text).toContain('认领企业主页');
  expect(await storedCapability(app, match.capability.key)).toMatchObject({
    capacityAmount: '80000',
    capacityPeriod: 'MONTH',
    leadTimeDays: 35,
    minimumOrderAmount: '500',
    priceMin: '12.5',
    priceTaxIncluded: true,
    parameters: [{ parameterId: 'piece-weight', min: '0.5', max: '18', unit: 'kg' }],
  });
  expect((await post(page, ANSWER)).status).toBe(404);
  expect((await fetch(page)).status).toBe(404);
});

it.each([
  [{ offered: '' }, '请先选择能否提供'],
  [{ 'CAPACITY.amount': '许多' }, '“许多”不正确'],
  [{ 'CERTIFICATE.iatf-16949.until': '明年' }, '不是有效的日期'],
  [{ 'LEAD_TIME.days': '9000' }, 'leadTimeDays'],
])('shows the form again with what was filled in when %j is not right', async (wrong, told) => {
  const { page, match } = await aLink();
  const { status, text } = await post(`${page}?lang=zh`, { ...ANSWER, ...wrong });
  expect(status).toBe(422);
  expect(text).toContain(told);
  expect(text).toContain('value="T-178"');
  expect(await factRequestsAbout(app, match.need.key)).toMatchObject([{ recordedState: 'SENT' }]);
});

it('takes a no to single facts and to all of it, and the wish to get no such messages', async () => {
  const cannot = await aLink();
  await post(cannot.page, { action: 'answer', offered: 'yes', 'PARAMETER.piece-weight.denied': 'yes' });
  expect((await factRequestsAbout(app, cannot.match.need.key))[0]?.answers[1]).toMatchObject({
    answer: 'DENIED',
  });
  const notOffered = await aLink();
  await post(notOffered.page, { ...ANSWER, offered: 'no' });
  const unwanted = await aLink();
  expect((await post(`${unwanted.page}?lang=en`, { action: 'refuse' })).text).toContain('Noted');
  const states = [];
  for (const { match } of [notOffered, unwanted])
    states.push((await factRequestsAbout(app, match.need.key))[0]?.recordedState);
  expect(states).toEqual(['NOT_OFFERED', 'REFUSED']);
});

it('says nothing of why a link leads nowhere', async () => {
  for (const guessed of ['guessed', 'A'.repeat(43), '%3Cscript%3E']) {
    const response = await fetch(`${app.url}/f/${guessed}?lang=zh`);
    const [, said] = /<section>(.*)<\/section>/.exec(await response.text()) ?? [];
    expect([response.status, said]).toEqual([404, '<p>链接无效：可能已使用、已撤回或已过期。</p>']);
  }
});
