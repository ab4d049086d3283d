import { AskedQueriesService } from '@app/discovery';
import { ReconcileIndexesJob } from '@app/search';
import { search } from '../e2e/discovery/search.spec-support.js';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aPerson, aStaffMember } from '../support/builders/identity.js';
import {
  aCertificate,
  aCreditCode,
  anOrganization,
  anUnclaimedOrganization,
  organizationsWithCode,
  storedOrganization,
} from '../support/builders/organizations.js';
import { importNext } from '../support/builders/organization-imports.js';
import { anIndexDeadLetter } from '../support/builders/search-health.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

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

  it.each(READERS)(
    'decides a claim, checks a certificate, mends search and reads the log, at $width in $language',
    async (reading) => {
      const claimed = await anUnclaimedOrganization(app, { name: '昆山恒拓压铸有限公司' });
      const claimant = await aPerson(app);
      const evidence = `法定代表人 ${claimed.creditCode}`;
      await claimant.client.ok(CLAIM, { input: { organizationId: claimed.id, evidence } });
      const supplier = await anOrganization(app, { name: '宁波铸远精密有限公司' });
      await aCertificate(app, supplier.key, { number: 'Q-2025-0042' });
      const words = `压铸作业件${'甲乙丙丁'[READERS.indexOf(reading)]}`;
      await search(app.asGuest(), { index: 'CAPABILITIES', text: words });
      await app.get(AskedQueriesService, { strict: false }).writeQueries();
      await anIndexDeadLetter(app);
      await app.get(ReconcileIndexesJob, { strict: false }).handle();
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.go('/sign-in?to=/desk/staff');
      await reader.signIn(await aStaffMember(app));

      const claim = page.locator('li.card', { hasText: evidence });
      await claim.waitFor();
      await page.locator('#code').fill(supplier.creditCode);
      await reader.button('join.find').click();
      await page.getByRole('checkbox', { name: /Q-2025-0042/ }).check();
      await page.getByText(reader.t('staff.fact.byMember')).waitFor();
      const findings = await reader.look('staff');
      await reader.button('staff.check').click();
      await reader.reads('staff.checked');
      await claim.getByText('陈薇').first().waitFor();
      await reader.button('staff.approve', claim).click();
      await page.locator('.ant-modal #reason').fill('已电话核实');
      await page.locator('.ant-modal .ant-btn-primary').click();
      await claim.waitFor({ state: 'detached' });
      expect(await storedOrganization(app, claimed.key)).toMatchObject({ claimState: 'CLAIMED' });
      findings.push(...(await reader.look('staff-after')));

      await reader.link('staff.organizations').click();
      await page.locator('#text').fill('铸远');
      await reader.button('join.find').click();
      await page
        .locator('summary', { hasText: reader.t('staff.showMembers') })
        .first()
        .click();
      await page.getByText(reader.t('role.OWNER')).first().waitFor();
      findings.push(...(await reader.look('staff-organizations')));

      const creditCode = aCreditCode();
      await reader.link('staff.imports').click();
      await page.locator('input[type=file]').setInputFiles({
        name: '名录.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          `企业名称,统一社会信用代码,所在地,行业,专精特新级别,认定年度,联系人\n` +
            `杭州新桥机械有限公司,${creditCode},杭州市滨江区,通用设备制造业,小巨人,2023,张三\n坏行有限公司,123,火星市,,,,\n`,
        ),
      });
      await reader.button('imports.send').click();
      await reader.reads('importState.CHECKING');
      await importNext(app);
      await page.getByRole('button', { name: reader.t('imports.run', { count: 1 }) }).waitFor();
      await page
        .locator('summary', { hasText: reader.t('imports.problems') })
        .first()
        .click();
      await page.getByText(reader.t('imports.columnsDropped', { headings: '联系人' })).waitFor();
      await page.getByRole('cell', { name: `${reader.t('tier.LITTLE_GIANT')} 2023` }).waitFor();
      expect(await page.getByText('张三').count()).toBe(0);
      findings.push(...(await reader.look('staff-import-checked')));
      await page.getByRole('button', { name: reader.t('imports.run', { count: 1 }) }).click();
      await page.locator('.ant-popconfirm .ant-btn-primary').click();
      await reader.reads('importState.IMPORTING');
      await importNext(app);
      await reader.reads('importState.IMPORTED');
      findings.push(...(await reader.look('staff-imported')));
      expect(await organizationsWithCode(app, creditCode)).toHaveLength(1);

      await reader.link('staff.search').click();
      const lost = page.locator('li.card', { hasText: words });
      await reader.button('health.retry').click();
      await reader.button('health.retry').waitFor({ state: 'detached' });
      findings.push(...(await reader.look('staff-search')));
      await lost.locator('.ant-btn-primary').click();
      await page.locator('.row-actions', { hasText: `${words} →` }).waitFor();
      findings.push(...(await reader.look('staff-synonym')));

      await reader.link('staff.audit').click();
      await reader.reads('audit.ADD_SEARCH_SYNONYM');
      await reader.reads('audit.APPROVE_ORGANIZATION_CLAIM');
      const approval = page.getByRole('row', {
        name: new RegExp(reader.t('audit.APPROVE_ORGANIZATION_CLAIM')),
      });
      await approval.first().getByRole('link', { name: '昆山恒拓压铸有限公司' }).waitFor();
      expect(await page.locator('.audit-table').innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      findings.push(...(await reader.look('staff-audit')));
      await approval
        .filter({ hasText: '昆山恒拓压铸有限公司' })
        .first()
        .getByRole('link', { name: reader.t('staff.auditOnlyThis') })
        .click();
      await reader.reads('staff.auditOfOneThing');
      await page
        .getByText(reader.t('audit.ADD_SEARCH_SYNONYM'), { exact: true })
        .waitFor({ state: 'detached' });
      await reader.choose('action', reader.t('audit.REJECT_ORGANIZATION_CLAIM'));
      await reader.button('staff.auditFilter').click();
      await reader.reads('staff.auditNone');
      findings.push(...(await reader.look('staff-audit-filtered')));
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
