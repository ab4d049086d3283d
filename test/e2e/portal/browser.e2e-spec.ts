import { CapabilityKind } from '@app/capabilities';
import { Reindexer } from '@app/search';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../../support/browser.js';
import { aCapability } from '../../support/builders/capabilities.js';
import { PASSWORD } from '../../support/builders/identity.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CASES = [
  { width: 1280, height: 900, language: 'zh', tag: 'zh-CN', heading: '说出采购需求' },
  { width: 1280, height: 900, language: 'en', tag: 'en', heading: 'Say what you need' },
  { width: 390, height: 844, language: 'zh', tag: 'zh-CN', heading: '说出采购需求' },
  { width: 390, height: 844, language: 'en', tag: 'en', heading: 'Say what you need' },
];
const DESKTOP = { width: 1280, height: 900 };
const NEED = '铝合金压铸电机壳体，每月5000件，IATF 16949，杭州';

(browserIsInstalled() ? describe : describe.skip)('the first screen in a browser', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let buyer: TestOrganization;

  beforeAll(async () => {
    app = await createTestApp();
    buyer = await anOrganization(app, { name: '杭州驰岳汽车有限公司' });
    const caster = await anOrganization(app, { name: '宁波铸远精密有限公司', regionCode: '330206' });
    await aCapability(app, caster.key, { kind: CapabilityKind.PROCESS, title: '铝合金压铸电机壳体' });
    const unclaimed = await anUnclaimedOrganization(app, { name: '昆山恒拓压铸有限公司' });
    await aCapability(app, unclaimed.key, { kind: CapabilityKind.PRODUCT, title: '压铸件制造' });
    await anEvent(app, buyer.key, { title: '新能源汽车零部件对接会' });
    await app.get(Reindexer).rebuild();
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(CASES)(
    'opens without complaint at $width in $language',
    async ({ width, height, language, tag, heading }) => {
      const { page, complaints } = await browser.open({ width, height });
      for (const view of ['match', 'search', 'events', 'need']) {
        await page.goto(`${app.url}/?lang=${language}#/${view}`);
        await page.locator('h1:visible').waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate('document.documentElement.lang')).toBe(tag);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
      }
      expect(await page.locator('h1').first().textContent()).toContain(heading);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it.each(CASES)('explains matches at $width in $language', async ({ width, height, language }) => {
    const { page, complaints } = await browser.open({ width, height });
    await page.goto(`${app.url}/?lang=${language}`);
    await page.locator('#need-words').fill(NEED);
    await page.locator('#need-words').press('Control+Enter');
    const cards = page.locator('#match-results .match-card');
    await cards.first().waitFor();
    expect(await cards.first().locator('.supplier-name').textContent()).toBe('宁波铸远精密有限公司');
    expect(await cards.first().locator('.criterion').count()).toBeGreaterThan(3);
    expect(await cards.first().locator('.state-unknown').count()).toBeGreaterThan(0);
    expect(await page.locator('.condition').count()).toBeGreaterThan(1);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('changes its language without a reload, keeps the words and asks again for the reasons', async () => {
    const { page } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=zh#/match?q=${encodeURIComponent(NEED)}`);
    const name = page.locator('#match-results .criterion-name').first();
    await name.waitFor();
    expect(await name.textContent()).toBe('内容对应');
    await page.evaluate('window.stayed = true');
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('#match-results .criterion-name', { hasText: 'What is offered' }).first().waitFor();
    expect(await page.evaluate('window.stayed')).toBe(true);
    expect(await page.locator('#need-words').inputValue()).toBe(NEED);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.close();
  });

  it('says in the reader’s words when the server cannot be reached, and tries again', async () => {
    const { page } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=zh`);
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('#need-words').fill(NEED);
    await page.locator('#need-submit').click();
    await page.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('#match-results .match-card').first().waitFor();
    await page.close();
  });

  it('asks for words before it searches', async () => {
    const { page } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=en`);
    await page.locator('#need-submit').click();
    await page.getByText('First write what you need to buy.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('need-words');
    await page.close();
  });

  it('lists events by kind', async () => {
    const { page } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=zh#/events`);
    await page.getByRole('heading', { name: '新能源汽车零部件对接会' }).waitFor();
    expect(await page.locator('.event-zone').first().textContent()).toContain('GMT+8');
    await page.getByRole('button', { name: '培训' }).click();
    await page.getByText('近期没有这类活动').waitFor();
    await page.close();
  });

  it('searches with facets, marks the words found, and keeps the wish in the address', async () => {
    const { page, complaints } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=zh#/search`);
    await page.locator('#search-text').fill('压铸');
    await page.locator('#search-text').press('Enter');
    await page.locator('.hit mark', { hasText: '压铸' }).first().waitFor();
    expect(await page.locator('.hit').count()).toBe(2);
    await page.getByRole('checkbox', { name: '产品' }).check();
    await page.getByText('找到 1 条').waitFor();
    expect(await page.locator('.hit-title').textContent()).toContain('压铸件制造');
    expect(await page.evaluate('document.activeElement.value')).toBe('PRODUCT');
    await page.reload();
    await page.getByText('找到 1 条').waitFor();
    await page.getByRole('button', { name: '企业' }).click();
    await page.locator('.hit', { hasText: '昆山恒拓压铸有限公司' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets a buyer sign in, post a need, see its matches and sign out', async () => {
    const { page, complaints } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/?lang=zh#/need`);
    await page.locator('#need-guest-sign-in').click();
    await page.locator('#sign-in-identifier').fill(buyer.owner.phone);
    await page.locator('#sign-in-password').fill('wrong password');
    await page.locator('#sign-in-password').press('Enter');
    await page.locator('#sign-in-fault:not(:empty)').waitFor();
    await page.locator('#sign-in-password').fill(PASSWORD);
    await page.locator('#sign-in-password').press('Enter');
    await page.locator('#need-post').waitFor();
    expect(await page.locator('#account-name').textContent()).toBe(buyer.owner.user.name);

    await page.locator('#need-post-submit').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('need-title');
    await page.locator('#need-title').fill('铝合金压铸电机壳体');
    await page.locator('#need-amount').fill('5000');
    await page.locator('#need-region option[value="3301"]').waitFor({ state: 'attached' });
    await page.locator('#need-region').selectOption('3301');
    await page.locator('#need-post-submit').click();
    await page.getByText('已发布：铝合金压铸电机壳体').waitFor();
    await page.locator('#need-results .match-card').first().waitFor();

    await page.locator('#sign-out').click();
    await page.locator('#sign-in-open').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('runs GraphiQL from our own host', async () => {
    const { page, complaints } = await browser.open(DESKTOP);
    await page.goto(`${app.url}/graphiql`);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"subject"').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
