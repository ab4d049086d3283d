import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aPerson, aStaffMember } from '../support/builders/identity.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  storedOrganization,
} from '../support/builders/organizations.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { PortalReader, READERS, TWO_READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const JOURNEY_MS = 180_000;
const CLAIM = `mutation ($input: ClaimOrganizationInput!) { claimOrganization(input: $input) { __typename } }`;

(browserIsInstalled() ? describe : describe.skip)('platform staff', () => {
  let app: TestApp;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await createPortalApp();
    browser = await startBrowser();
  }, PORTAL_START_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(TWO_READERS)(
    'decides a claim, checks a certificate and reads the log, at $width in $language',
    async (reading) => {
      const claimed = await anUnclaimedOrganization(app, { name: '昆山恒拓压铸有限公司' });
      const claimant = await aPerson(app);
      const evidence = `法定代表人 ${claimed.creditCode}`;
      await claimant.client.ok(CLAIM, { input: { organizationId: claimed.id, evidence } });
      const supplier = await anOrganization(app, { name: '宁波铸远精密有限公司' });
      await aCertificate(app, supplier.key, { number: 'Q-2025-0042' });
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.go('/sign-in?to=/desk/staff');
      await reader.signIn(await aStaffMember(app));

      const claim = page.locator('li.card', { hasText: evidence });
      await claim.waitFor();
      await page.locator('#code').fill(supplier.creditCode);
      await reader.button('join.find').click();
      await page.getByRole('checkbox', { name: /Q-2025-0042/ }).check();
      const findings = await reader.look('staff');
      await reader.button('staff.check').click();
      await reader.reads('staff.checked');
      await reader.button('staff.approve', claim).click();
      await claim.waitFor({ state: 'detached' });
      expect(await storedOrganization(app, claimed.key)).toMatchObject({ claimState: 'CLAIMED' });
      findings.push(...(await reader.look('staff-after')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it('is alone at its desk: others are told so', async () => {
    const organization = await anOrganization(app);
    const reader = await PortalReader.open(app, browser, READERS[0]!);
    await reader.go('/sign-in?to=/desk/staff');
    await reader.signIn(organization.owner);
    await reader.reads('staff.only');
    await reader.close();
  });
});
