import type { Page } from 'playwright-core';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { anOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { needsOf } from '../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

(browserIsInstalled() ? describe : describe.skip)('a buyer with two tabs', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let buyer: TestOrganization;

  beforeAll(async () => {
    app = await createPortalApp();
    buyer = await anOrganization(app, { name: '杭州驰岳汽车有限公司' });
    browser = await startBrowser();
  }, PORTAL_START_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const titles = async () => (await needsOf(app, buyer.key)).map(({ title }) => title);

  async function fillNeed(page: Page, title: string): Promise<void> {
    await page.locator('#title').fill(title);
    await page.locator('#lines_0_quantity_amount').fill('12');
    await page.locator('#description').fill(`${title}：铝合金压铸`);
  }

  it(
    'publishes what each tab holds, and loses nothing when the other tab publishes or signs out',
    async () => {
      const reader = await PortalReader.open(app, browser, READERS[0]!);
      const { page } = reader;
      await reader.enter('/desk/needs', buyer.owner);
      await reader.go('/desk/needs/new');
      await fillNeed(page, '甲支架');
      await reader.choose('deliveryRegionCode', '杭州市');

      const other = await page.context().newPage();
      await other.goto(`${app.url}/desk/needs/new?lang=zh`);
      await other.getByText(reader.t('draft.restored')).first().waitFor();
      await fillNeed(other, '乙支架');
      await reader.button('needForm.publish', other).click();
      await other.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      expect(await titles()).toEqual(['乙支架']);

      expect(await page.locator('#title').inputValue()).toBe('甲支架');
      await reader.button('needForm.publish').click();
      await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      expect(await titles()).toEqual(['乙支架', '甲支架']);

      await reader.go('/desk/needs/new');
      await fillNeed(page, '丙支架');
      await reader.choose('deliveryRegionCode', '杭州市');
      await other.goto(`${app.url}/desk?lang=zh`);
      await reader.button('account.signOut', other).first().click();
      await reader.link('account.signIn', other).first().waitFor();
      await reader.button('needForm.publish').click();
      await reader.button('account.signInAgain').click();
      await reader.signIn(buyer.owner);
      expect(await page.locator('#title').inputValue()).toBe('丙支架');
      await reader.button('needForm.publish').click();
      await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      expect(await titles()).toEqual(['乙支架', '甲支架', '丙支架']);
      await reader.close();
    },
    JOURNEY_MS,
  );
});
