import { CapabilityKind } from '@app/capabilities';
import { Reindexer } from '@app/search';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aCapability } from '../support/builders/capabilities.js';
import { anOrganization, anUnclaimedOrganization } from '../support/builders/organizations.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

(browserIsInstalled() ? describe : describe.skip)('a guest', () => {
  let app: TestApp;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await createPortalApp();
    const supplier = await anOrganization(app, { name: '宁波铸远精密有限公司', regionCode: '330206' });
    await aCapability(app, supplier.key, { kind: CapabilityKind.PROCESS, title: '铝合金压铸电机壳体' });
    const unclaimed = await anUnclaimedOrganization(app, { name: '昆山恒拓压铸有限公司' });
    await aCapability(app, unclaimed.key, { kind: CapabilityKind.PRODUCT, title: '压铸件制造' });
    await app.get(Reindexer).rebuildIndexes();
    browser = await startBrowser();
  }, PORTAL_START_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(READERS)(
    'searches with facets, opens a capability and its organization, at $width in $language',
    async (reading) => {
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.go('/search');
      await page.locator('input[type=search]').fill('压铸');
      await page.getByRole('option').first().waitFor();
      findings.push(...(await reader.look('suggestions')));
      await page.locator('input[type=search]').press('Escape');
      await page.locator('input[type=search]').press('Enter');
      await page.locator('.hit mark', { hasText: '压铸' }).first().waitFor();
      expect(await page.locator('.hit').count()).toBe(2);
      if (reading.width < 600) await page.locator('.facets-folded summary').click();
      await page.getByRole('checkbox', { name: reader.t('capabilityKind.PROCESS') }).click();
      await reader.reads('search.found', { total: 1 });
      findings.push(...(await reader.look('search')));
      await page.reload();
      await reader.reads('search.found', { total: 1 });
      await page.locator('.hit .card-title').click();
      await page.getByRole('heading', { name: '铝合金压铸电机壳体', level: 1 }).waitFor();
      findings.push(...(await reader.look('capability')));
      await page.locator('a', { hasText: '宁波铸远精密有限公司' }).click();
      await page.getByRole('heading', { name: '宁波铸远精密有限公司', level: 1 }).waitFor();
      findings.push(...(await reader.look('organization-page')));
      await reader.go('/fairs');
      await reader.link('month.9').click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await page.locator('main li.card').count()).toBeGreaterThan(2);
      findings.push(...(await reader.look('fairs')));
      await reader.go('/events?view=calendar');
      await page.locator('.calendar').waitFor();
      findings.push(...(await reader.look('calendar')));
      await reader.go('/nowhere');
      findings.push(...(await reader.look('missing')).filter((finding) => !finding.includes(' 404 ')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it('reads in large letters, everywhere and the next time too', async () => {
    const reader = await PortalReader.open(app, browser, READERS[1]!);
    const { page } = reader;
    const size = () => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)');
    await reader.go('/');
    const before = (await size()) as number;
    await page.locator('button[aria-pressed]').first().click();
    expect(await size()).toBeGreaterThan(before);
    await reader.go('/events');
    expect(await size()).toBeGreaterThan(before);
    expect(await reader.look('large')).toEqual([]);
    await reader.close();
  });

  it('reaches everything by keyboard: the first stop leads to the content', async () => {
    const reader = await PortalReader.open(app, browser, READERS[0]!);
    await reader.go('/');
    await reader.page.keyboard.press('Tab');
    expect(await reader.page.evaluate('document.activeElement.className')).toBe('skip');
    await reader.page.keyboard.press('Enter');
    expect(await reader.page.evaluate('document.activeElement.id')).toBe('main');
    await reader.close();
  });

  it('runs GraphiQL from our own host', async () => {
    const { page, complaints, close } = await browser.open(READERS[0]!);
    await page.goto(`${app.url}/graphiql`);
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"subject"').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
