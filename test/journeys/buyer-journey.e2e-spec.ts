import { CapabilityKind } from '@app/capabilities';
import { Period } from '@app/kernel';
import { NeedPurpose, NeedState, Tooling } from '@app/procurement';
import { Reindexer } from '@app/search';
import type { Locator, Route } from 'playwright-core';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aCapability } from '../support/builders/capabilities.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  aCertificate,
  type TestOrganization,
} from '../support/builders/organizations.js';
import {
  aNeed,
  invitedTo,
  needsOf,
  setNeed,
  storedLines,
  storedNeed,
} from '../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const WORDS = '铝合金压铸电机壳体，每月5000件，IATF 16949，杭州';

(browserIsInstalled() ? describe : describe.skip)('a buyer', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let buyer: TestOrganization;

  beforeAll(async () => {
    app = await createPortalApp();
    buyer = await anOrganization(app, { name: '杭州驰岳汽车有限公司' });
    for (const [name, regionCode] of [
      ['宁波铸远精密有限公司', '330206'],
      ['昆山恒拓压铸有限公司', '320583'],
      ['杭州砺金机械有限公司', '330110'],
    ] as const) {
      const supplier = await anOrganization(app, { name, regionCode });
      await aCapability(app, supplier.key, { kind: CapabilityKind.PROCESS, title: '铝合金压铸电机壳体' });
      await aCertificate(app, supplier.key, { kindId: 'iatf-16949' });
    }
    await anUnclaimedOrganization(app, { name: '苏州未列名五金有限公司' });
    await app.get(Reindexer).rebuildIndexes();
    browser = await startBrowser();
  }, PORTAL_START_MS);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(READERS)(
    'says a need, reads who fits and why, posts it and compares suppliers, at $width in $language',
    async (reading) => {
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.go('/');
      findings.push(...(await reader.look('home')));
      await page.locator('#need-words').fill(WORDS);
      await reader.button('home.submit').click();
      const cards = page.locator('.match-card');
      await cards.first().waitFor();
      expect(await cards.first().locator('.criterion').count()).toBeGreaterThan(3);
      findings.push(...(await reader.look('matches')));

      await reader.link('match.postIt').click();
      await reader.reads('account.needed');
      await reader.link('account.signIn', page.locator('main')).click();
      await reader.signIn(buyer.owner);
      await page.locator('#title').waitFor();
      expect(await page.locator('#description').inputValue()).toBe(WORDS);
      await page.locator('.part-process').first().waitFor();
      await page.locator('#lines_0_process[value="压铸"]').waitFor();
      expect(await page.locator('#lines_0_material').inputValue()).toBe('铝合金');
      await page.locator('#lines_0_quantity_amount').fill('5000');
      await page.locator('#deliverBy').fill('2030/6/1');
      const place = page.locator('.ant-form-item', { has: page.locator('#deliveryRegionCode') });
      await place.getByText(reading.language === 'zh' ? '杭州市' : 'Hangzhou').waitFor();
      findings.push(...(await reader.look('need-form')));
      await reader.button('needForm.publish').click();

      await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      await cards.nth(1).waitFor();
      const [need] = (await needsOf(app, buyer.key)).slice(-1);
      expect(need).toMatchObject({
        state: 'PUBLISHED',
        title: '铝合金压铸电机壳体',
        deliverBy: '2030-06-01',
      });
      findings.push(...(await reader.look('own-need')));

      await reader.button('verdict.fits', cards.first()).click();
      await reader.button('verdict.saidFits', cards.first()).waitFor();
      await page.reload();
      await reader.button('verdict.saidFits', cards.first()).waitFor();
      const last = await cards.nth(2).locator('.supplier-name').textContent();
      await reader.button('hidden.hide', cards.nth(2)).click();
      await reader.reads('hidden.supplier', { name: last! });
      await cards.nth(2).waitFor({ state: 'detached' });
      expect(await reader.isOnScreen(reader.button('hidden.undo'))).toBe(true);
      findings.push(...(await reader.look('hidden-match')));
      await reader.button('hidden.undo').click();
      await cards.nth(2).waitFor();

      // A company is not asked without end: each is asked by two of the readers.
      const asked = cards.nth(reading.width < 600 ? 1 : 0);
      await reader.button('facts.ask', asked).click();
      findings.push(...(await reader.look('ask-for-facts')));
      await reader.button('facts.send', asked).click();
      await asked.getByText(reader.t('factRequest.SENT')).waitFor();
      await page.getByRole('heading', { name: reader.t('facts.title') }).waitFor();
      await reader.button('saved.need').click();
      await reader.button('action.save').click();
      findings.push(...(await reader.look('fact-request-and-alert')));

      for (const i of [0, 1]) await cards.nth(i).getByRole('checkbox').check();
      await reader
        .button('match.compareChosen')
        .or(page.locator('.compare-bar button').first())
        .first()
        .click();
      await page.locator('table.compare td').first().waitFor();
      expect(await page.locator('table.compare thead th').count()).toBe(3);
      findings.push(...(await reader.look('comparison')));

      await reader.go('/desk/saved');
      await page.getByText(reader.t('saved.subject.NEED')).first().waitFor();
      await page.locator('summary', { hasText: reader.t('saved.answers') }).click();
      await page.locator('.saved-answers a').first().waitFor();
      findings.push(...(await reader.look('saved-searches')));
      await reader.button('saved.pause').click();
      await reader.reads('saved.paused');
      await reader.button('saved.delete').click();
      await page.locator('.ant-popconfirm .ant-btn-primary').click();
      await reader.reads('saved.none');
      findings.push(...(await reader.look('no-saved-searches')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'invites suppliers to a need that only they see: from cards, the list, by name and from a profile, at $width in $language',
    async ({ width, ...reading }) => {
      const reader = await PortalReader.open(app, browser, { ...reading, width: width < 600 ? width : 1440 });
      const { page } = reader;
      const findings: string[] = [];
      const known = await needsOf(app, buyer.key);
      await reader.enter(`/desk/needs/new?words=${encodeURIComponent(WORDS)}`, buyer.owner);
      await page.locator('summary', { hasText: reader.t('needForm.further') }).click();
      await page.locator('#visibility').click();
      await page.locator('.ant-select-item-option', { hasText: reader.t('visibility.INVITED_ONLY') }).click();
      await page.locator('#lines_0_process[value="压铸"]').waitFor();
      await reader.button('invite.next').click();
      await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      const need = (await needsOf(app, buyer.key)).find(({ id }) => !known.some((other) => other.id === id))!;
      expect(need).toMatchObject({ state: 'DRAFT', visibility: 'INVITED_ONLY' });
      await reader.reads('invite.nobodyHidden');
      await reader.button('action.publish').click();
      await reader.reads('invite.publishNobody');
      findings.push(...(await reader.look('publish-without-invited')));
      await reader.button('invite.first').click();
      expect(await page.evaluate('document.activeElement.id')).toBe('invite-supplier');

      const cards = page.locator('.match-card');
      const nameOf = async (card: Locator) => (await card.locator('.supplier-name').textContent()) ?? '';
      const [first, second] = [await nameOf(cards.nth(0)), await nameOf(cards.nth(1))];
      await reader.button('invite.invite', cards.nth(0)).click();
      const invited = page.locator('section', {
        has: page.getByRole('heading', { name: reader.t('invite.section') }),
      });
      await invited.getByText(first).waitFor();
      await cards.nth(1).getByRole('checkbox').check();
      await page.getByRole('button', { name: reader.t('invite.chosen', { count: 1 }) }).click();
      await invited.getByText(second).waitFor();
      await reader.choose('invite-supplier', '苏州未列名');
      await reader.button('invite.invite', invited).click();
      await invited.getByRole('link', { name: '苏州未列名五金有限公司' }).waitFor();
      findings.push(...(await reader.look('invited-suppliers')));
      const ofSecond = invited.locator('li', { hasText: second });
      await reader.button('invite.withdraw', ofSecond).click();
      await reader.reads('invite.withdrawSureHidden');
      await page.locator('.ant-popconfirm .ant-btn-primary').click();
      await ofSecond.waitFor({ state: 'detached' });
      expect(await invitedTo(app, need.id)).toHaveLength(2);
      await reader.changes(() => reader.button('action.publish').click());
      await page.getByText(reader.t('needState.PUBLISHED')).first().waitFor();

      await cards.nth(1).getByRole('link', { name: second }).click();
      await reader.button('invite.toOneOfOurs').click();
      await page.locator('#invite-need').click();
      await page
        .locator('.ant-select-item-option', { hasText: `${need.title} · ${reader.t('needState.PUBLISHED')}` })
        .first()
        .click();
      findings.push(...(await reader.look('invite-from-profile')));
      await reader.changes(() => reader.button('invite.invite', page.locator('.ant-modal')).click());
      await page.locator('.ant-modal').getByText(reader.t('invite.invited')).waitFor();
      await reader.link('invite.toNeed').click();
      await invited.getByText(second).waitFor();
      expect(await invitedTo(app, need.id)).toHaveLength(3);
      await setNeed(app, need.id, { state: NeedState.CANCELLED });
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'changes a need of several lines, which loses nothing that was not changed, at $width in $language',
    async (reading) => {
      const line = {
        partNumber: 'P-100',
        drawingNumber: 'D-7',
        revision: 'B',
        material: 'A380',
        process: '压铸',
        tolerance: '±0.05',
        surface: '喷砂',
        heatTreatment: 'T6',
        inspection: 'CT 全检',
        packaging: '吸塑盘',
        quantityAmount: '5000',
        quantityUnit: '件',
        quantityPeriod: Period.MONTH,
        yearlySteps: ['10000', '25000.5'],
        startOfProduction: '2999-03-01',
        tooling: Tooling.BORROWED,
      };
      const { id, key } = await aNeed(
        app,
        buyer.key,
        {
          title: '电机壳体组件',
          description: '两批交货',
          deliveryRegionCode: '3301',
          deliverBy: '2999-05-01',
          requiredCertificates: ['iatf-16949'],
          preferredCertificates: ['iso-14001'],
          statedTargetPrice: { amount: '12.5', currency: 'USD', basis: 'kg', taxIncluded: false },
          targetPriceShown: true,
          statedBudget: { min: '100', max: '200', currency: 'EUR' },
          budgetShown: true,
          purpose: NeedPurpose.SECOND_SOURCE,
          paymentTerms: '月结 60 天',
          smeReserved: true,
        },
        [
          { ...line, name: '电机壳体' },
          { ...line, name: '端盖', material: 'ADC12' },
        ],
      );
      const { version: _, updatedAt: __, ...before } = await storedNeed(app, key);
      const lines = await storedLines(app, key);
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.enter(`/desk/needs/${id}/edit`, buyer.owner);
      await page.locator('#lines_1_material[value="ADC12"]').waitFor();
      await reader.button('action.save').click();
      await page.waitForURL(/\/desk\/needs\/[^/]+$/);
      await reader.reads('ownNeeds.content');
      expect(await storedNeed(app, key)).toMatchObject(before);
      expect(await storedLines(app, key)).toEqual(lines);

      await reader.go(`/desk/needs/${id}/edit`);
      await reader.button('line.add').click();
      await page.locator('#lines_2_name').fill('密封圈');
      await page.locator('#lines_2_quantity_amount').fill('300');
      await reader.button('line.up').nth(2).click();
      await page.locator('#lines_1_name[value="密封圈"]').waitFor();
      const findings = await reader.look('need-of-several-lines');
      await reader.button('line.remove').first().click();
      await reader.button('action.save').click();
      await page.waitForURL(/\/desk\/needs\/[^/]+$/);
      await reader.reads('ownNeeds.content');
      const after = await storedLines(app, key);
      expect(after).toMatchObject([
        { name: '密封圈', quantityAmount: '300' },
        { ...lines[1], position: 2 },
      ]);
      await reader.go(`/needs/${id}`);
      await page.getByText('ADC12').waitFor();
      findings.push(...(await reader.look('need-with-lines')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it('writes a need of very long words, over a reload, an ended session, two clicks and the way back, and posts it once', async () => {
    const reader = await PortalReader.open(app, browser, READERS[1]!);
    const { page } = reader;
    const title = `超长标题${'W'.repeat(190)}`;
    const before = (await needsOf(app, buyer.key)).length;
    await reader.enter('/desk/needs', buyer.owner);
    await reader.reads('desk.needs');
    await page.locator('a[href="/desk/needs/new"]').first().click();
    await page.locator('#title').fill(title);
    await page.locator('#lines_0_material').fill('A'.repeat(200));
    await page.locator('#lines_0_quantity_amount').fill('12');
    await page.locator('#description').fill('x'.repeat(2500));
    await page.reload();
    await reader.reads('draft.restored');
    expect(await page.locator('#title').inputValue()).toBe(title);
    expect(await page.locator('#lines_0_quantity_amount').inputValue()).toBe('12');
    await reader.choose('deliveryRegionCode', '杭州市');
    const findings = await reader.look('very-long-need');

    await page.context().clearCookies();
    await reader.button('needForm.publish').click();
    await reader.button('account.signInAgain').click();
    findings.push(...(await reader.look('sign-in-again')));
    await page.locator('.ant-modal #identifier').waitFor();
    await reader.signIn(buyer.owner);
    await reader.reads('account.signedInAgain');
    expect(await page.locator('#title').inputValue()).toBe(title);
    await reader.button('needForm.publish').dblclick();
    await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
    await reader.reads('ownNeeds.content');
    expect((await needsOf(app, buyer.key)).slice(before)).toMatchObject([{ title, state: 'PUBLISHED' }]);
    findings.push(...(await reader.look('very-long-own-need')));
    await page.goBack();
    await page.waitForURL(/\/desk\/needs(\?|$)/);
    await page.getByText(title).first().waitFor();
    expect(await page.getByText(reader.t('draft.needs')).count()).toBe(0);
    findings.push(...(await reader.look('very-long-needs')));
    const complained = (finding: string) => !finding.includes('401');
    expect(findings.filter(complained)).toEqual([]);
    await reader.close();
  });

  it('publishes before its words are read: the form waits for what they say', async () => {
    const reader = await PortalReader.open(app, browser, READERS[0]!);
    const { page } = reader;
    await reader.enter('/desk/needs', buyer.owner);
    const held: Route[] = [];
    let letThrough = (route: Route): unknown => held.push(route);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('ReadingOfWords') ? letThrough(route) : route.continue(),
    );
    await reader.go(`/desk/needs/new?words=${encodeURIComponent(WORDS)}`);
    await reader.button('needForm.publish').click();
    await page.locator('.ant-btn-loading').waitFor();
    letThrough = (route) => route.continue();
    for (const route of held) await route.continue();
    await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
    expect((await needsOf(app, buyer.key)).at(-1)).toMatchObject({ state: 'PUBLISHED' });
    await reader.close();
  });

  it('changes its language without a reload, keeps the words and reads the reasons anew', async () => {
    const reader = await PortalReader.open(app, browser, READERS[0]!);
    const { page } = reader;
    await reader.go(`/?q=${encodeURIComponent(WORDS)}`);
    await page.locator('.criterion-name').first().waitFor();
    await page.evaluate('window.stayed = true');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Matches' }).waitFor();
    expect(await page.evaluate('window.stayed')).toBe(true);
    expect(await page.locator('#need-words').inputValue()).toBe(WORDS);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Matches' }).waitFor();
    await reader.close();
  });

  it('is told in plain words when the server cannot be reached, and tries again', async () => {
    const reader = await PortalReader.open(app, browser, READERS[0]!);
    const { page } = reader;
    await reader.go('/');
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('#need-words').fill(WORDS);
    await reader.button('home.submit').click();
    await page
      .getByRole('alert')
      .filter({ hasText: reader.t('error.network') })
      .waitFor();
    await page.unroute('**/graphql');
    await reader.button('error.retry').click();
    await page.locator('.match-card').first().waitFor();
    await reader.close();
  });

  it('is asked for words before anything is searched', async () => {
    const reader = await PortalReader.open(app, browser, READERS[2]!);
    await reader.go('/');
    await reader.button('home.submit').click();
    await reader.reads('home.empty');
    expect(await reader.page.evaluate('document.activeElement.id')).toBe('need-words');
    await reader.close();
  });
});
