import { CapabilityKind } from '@app/capabilities';
import { SupplyResponseState } from '@app/supply-responses';
import { Reindexer } from '@app/search';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import {
  aCapability,
  confirmedLongAgo,
  LONG_AGO,
  storedCapabilities,
} from '../support/builders/capabilities.js';
import { anOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../support/builders/procurement.js';
import { aResponse, responsesTo } from '../support/builders/supply-responses.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const BROCHURE = `宁波铸远精密有限公司成立于2008年，专业从事铝合金压铸，配套电机壳体、减速器壳体、新能源汽车电池托盘、LED散热器。
拥有压铸机32台，兼营锌合金压铸、重力铸造、五轴加工、抛丸、喷粉、阳极氧化、模具制造，年产铝合金压铸件120万件。
起订量500件，打样7天，批量交期20-25个工作日。加工精度±0.02mm，表面粗糙度Ra1.6，铸件公差等级CT5，单件重量≤8kg。
已通过ISO 9001：2015、ISO14001认证，尚未取得IATF16949；计划明年扩产至年产300万件。联系人：王先生 13912345678`;

(browserIsInstalled() ? describe : describe.skip)('a supplier', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let buyer: TestOrganization;
  let need: TestNeed;

  beforeAll(async () => {
    app = await createPortalApp();
    buyer = await anOrganization(app, { name: '杭州驰岳汽车有限公司' });
    need = await aNeed(app, buyer.key, { title: '铝合金压铸电机壳体' });
    const rival = await anOrganization(app, { name: '昆山恒拓压铸有限公司', regionCode: '320583' });
    await aCapability(app, rival.key, { kind: CapabilityKind.PROCESS, title: '铝合金压铸' });
    await app.get(Reindexer).rebuildIndexes();
    browser = await startBrowser();
  }, PORTAL_START_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(READERS)(
    'publishes a capability from a brochure, reconfirms it, finds a need and answers it, at $width in $language',
    async (reading) => {
      const supplier = await anOrganization(app, { name: '宁波铸远精密有限公司', regionCode: '330206' });
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.go('/sign-in?to=/desk');
      findings.push(...(await reader.look('sign-in')));
      await reader.signIn(supplier.owner);
      await reader.link('desk.capabilities').click();
      await reader.reads('ownCapabilities.none');
      findings.push(...(await reader.look('no-capabilities')));
      await reader.button('ownCapabilities.new').click();
      await page.locator('#description').fill(BROCHURE);
      await reader.reads('capabilityForm.foundFacts');
      await reader.reads('capabilityForm.mobileNumber');
      findings.push(...(await reader.look('brochure-read')));
      const isFilledIn = page.locator('.brochure-facts').getByText(reader.t('capabilityForm.isIn'));
      expect(await isFilledIn.count()).toBe(0);
      await reader.button('capabilityForm.useFound').click();
      await isFilledIn.first().waitFor();
      const field = (id: string) => page.locator(`#${id}`).inputValue();
      const taken = (passage: string) => page.locator('.taken-from q').getByText(passage, { exact: true });
      expect(await field('title')).toBe('铝合金压铸');
      expect([await field('capacity_amount'), await field('capacity_unit')]).toEqual([
        '1200000',
        reader.t('unit.件'),
      ]);
      expect(await field('minimumOrder_amount')).toBe('500');
      expect(await field('leadTimeDays')).toBe('35');
      for (const passage of [
        '年产铝合金压铸件120万件',
        '起订量500件',
        '批量交期20-25个工作日',
        'ISO 9001：2015',
        'ISO14001',
        '加工精度±0.02mm',
        '表面粗糙度Ra1.6',
        '单件重量≤8kg',
      ])
        await taken(passage).waitFor();
      expect(
        await page
          .locator('.brochure-found')
          .getByText(/IATF|300万/)
          .count(),
      ).toBe(0);
      const concepts = page.locator('.concept-choice');
      expect(await concepts.getByRole('checkbox').count()).toBeGreaterThan(8);
      expect(await concepts.getByRole('checkbox', { checked: true }).count()).toBe(8);
      const leftOut = concepts.getByRole('checkbox', { disabled: true }).first();
      expect(await leftOut.isChecked()).toBe(false);
      await concepts.getByRole('checkbox', { checked: true }).last().uncheck();
      await concepts.getByRole('checkbox', { checked: false }).last().check();
      findings.push(...(await reader.look('brochure-adopted')));
      await page.locator('#title').fill('铝合金压铸电机壳体');
      await page.locator('#leadTimeDays').fill('30');
      await taken('批量交期20-25个工作日').waitFor({ state: 'detached' });
      findings.push(...(await reader.look('capability-form')));
      await reader.button('capabilityForm.publish').click();

      const own = page.locator('li.card a', { hasText: '铝合金压铸电机壳体' });
      const ownPage = (await own.getAttribute('href'))!;
      await reader.go(ownPage.replace('/desk', ''));
      await page.getByRole('heading', { name: '铝合金压铸电机壳体', level: 1 }).waitFor();
      const shown = page.locator('main');
      for (const value of [/1,200,000/, /≥ 0\.02 mm/, /≥ 1\.6 μm/, /≤ 8 kg/, /CT5/, /ISO 9001/, /ISO 14001/])
        await shown.getByText(value).first().waitFor();
      await shown.getByText(reader.t('days', { count: 30 }), { exact: true }).waitFor();
      expect(await shown.locator('.rows').getByText(/IATF/).count()).toBe(0);
      findings.push(...(await reader.look('published-from-brochure')));
      await reader.go('/desk/capabilities');

      await reader.button('ownCapabilities.reconfirm').click();
      await reader.reads('ownCapabilities.reconfirmed');
      findings.push(...(await reader.look('capabilities')));
      const [capability] = await storedCapabilities(app, supplier.key);
      expect(capability).toMatchObject({
        state: 'PUBLISHED',
        leadTimeDays: 30,
        capacity: { amount: '1200000', unit: '件', period: 'YEAR' },
        minimumOrder: { amount: '500', unit: '件' },
      });
      expect(capability!.concepts).toHaveLength(8);
      await reader.button('capabilityState.WITHDRAWN').click();
      await reader.reads('list.noneInState', { state: reader.t('capabilityState.WITHDRAWN') });
      await reader.button('list.showAll').click();
      await page.locator('li.card', { hasText: '铝合金压铸电机壳体' }).waitFor();

      await confirmedLongAgo(app, capability!.id);
      await reader.go('/desk');
      findings.push(...(await reader.look('desk-with-reminder')));
      await reader.button('freshness.confirmAll').click();
      await reader.button('freshness.confirmAll').waitFor({ state: 'detached' });
      const [confirmed] = await storedCapabilities(app, supplier.key);
      expect(Object.values(confirmed!.factsConfirmedAt).every((at) => at! > LONG_AGO)).toBe(true);

      await app.get(Reindexer).rebuildIndexes();
      await reader.go('/desk/fitting');
      await page
        .locator('.match-card', { hasText: '杭州驰岳汽车有限公司' })
        .locator('.criterion')
        .first()
        .waitFor();
      findings.push(...(await reader.look('fitting-needs')));
      const card = page.locator('.match-card', { hasText: '杭州驰岳汽车有限公司' });
      await reader.changes(() => reader.button('hidden.hide', card).click());
      await reader.reads('hidden.need', { name: '铝合金压铸电机壳体' });
      expect(await reader.isOnScreen(reader.button('hidden.undo'))).toBe(true);
      await reader.go('/desk/fitting');
      await page.locator('summary', { hasText: reader.t('hidden.before', { count: 1 }) }).click();
      await reader.button('hidden.showAgain').click();
      await card.waitFor();
      await reader.button('saved.offer').click();
      await reader.button('action.save').click();
      await reader.link('saved.toList').click();
      await reader.reads('saved.subject.ORGANIZATION');
      await reader.go('/desk/capabilities');
      await reader.reads('missing.facts');
      findings.push(...(await reader.look('missing-facts')));

      await reader.go(`/needs/${need.id}`);
      findings.push(...(await reader.look('need')));
      await reader.button('need.respond').click();
      const asked = page.locator('.ant-form-item', { has: page.locator('#capabilityId') });
      await asked.getByText('铝合金压铸电机壳体').waitFor();
      await page.locator('#message').fill('可供，两周内打样。');
      findings.push(...(await reader.look('respond')));
      await reader.button('respond.send').click();
      await page.locator('li.card', { hasText: '可供，两周内打样。' }).waitFor();
      findings.push(...(await reader.look('responses')));
      const responses = await responsesTo(app, need.key);
      expect(responses.filter(({ organizationId }) => organizationId === supplier.key)).toEqual([
        expect.objectContaining({ capabilityId: capability!.id }),
      ]);
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'and an interested buyer exchange contacts once both agree, until one withdraws, at $width in $language',
    async ({ width, ...reading }) => {
      const size = { ...reading, width: width < 600 ? width : 1440 };
      const supplier = await anOrganization(app, { name: '宁波铸远精密有限公司' });
      const asked = await aNeed(app, buyer.key, { title: '电机端盖' });
      await aResponse(app, asked.key, supplier.key, { state: SupplyResponseState.INTERESTED });
      const [selling, buying] = [
        await PortalReader.open(app, browser, size),
        await PortalReader.open(app, browser, size),
      ];
      const findings: string[] = [];
      const agree = async (reader: PortalReader) => {
        await reader.button('contacts.exchange').click();
        const dialog = reader.page.locator('.ant-modal');
        await dialog.getByText(reader.t('contacts.bothSides')).waitFor();
        findings.push(...(await reader.look('agree-to-contacts')));
        await reader.button('contacts.agree', dialog).click();
        await dialog.waitFor({ state: 'hidden' });
      };

      await selling.enter('/desk/responses', supplier.owner);
      await selling.reads('contacts.lead');
      await agree(selling);
      await selling.reads('contacts.waiting');
      findings.push(...(await selling.look('contacts-offered')));

      await buying.enter(`/desk/needs/${asked.id}`, buyer.owner);
      await buying.reads('contacts.offered');
      expect(await buying.page.getByText(supplier.owner.phone).count()).toBe(0);
      await agree(buying);
      await buying.reads('contacts.both');
      await buying.button('contacts.look').click();
      await buying.page.getByText(supplier.owner.phone).waitFor();
      findings.push(...(await buying.look('contacts-of-the-supplier')));

      await selling.go('/desk/contacts');
      await selling.button('contacts.look').click();
      await selling.page.getByText(buyer.owner.phone).waitFor();
      findings.push(...(await selling.look('contacts-page')));
      await selling.button('contacts.withdraw').click();
      await selling.page.locator('.ant-popconfirm .ant-btn-primary').click();
      await selling.reads('contacts.mineNone');
      await selling.reads('contacts.toUsNone');

      await buying.page.reload();
      await buying.reads('contacts.waiting');
      expect(await buying.button('contacts.look').count()).toBe(0);
      expect(findings).toEqual([]);
      for (const reader of [selling, buying]) await reader.close();
    },
    JOURNEY_MS,
  );
});
