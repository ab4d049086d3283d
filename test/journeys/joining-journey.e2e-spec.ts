import { renderText } from '@app/kernel';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aPhone, codeSentTo, messagesTo, PASSWORD } from '../support/builders/identity.js';
import {
  aCreditCode,
  anUnclaimedOrganization,
  claimDecisionsOf,
  organizationsWithCode,
} from '../support/builders/organizations.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { needsOf } from '../support/builders/procurement.js';
import { JOURNEY_MS, PortalReader, type ReaderCase, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

(browserIsInstalled() ? describe : describe.skip)('somebody new', () => {
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

  const register = async (reader: PortalReader, phone: string) => {
    const { page } = reader;
    await page.locator('#identifier').fill(phone);
    await reader.button('account.sendCode').click();
    await page.getByRole('status').filter({ hasText: phone }).waitFor();
    await page.locator('#code').fill(await codeSentTo(app, phone));
    await page.locator('#name').fill('沈知微');
    await page.locator('#password').fill(PASSWORD);
  };

  it.each(READERS)(
    'registers, registers the organization and invites a colleague, who joins, at $width in $language',
    async (reading: ReaderCase) => {
      const findings: string[] = [];
      const creditCode = aCreditCode();
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.go('/register');
      await register(reader, aPhone());
      findings.push(...(await reader.look('register')));
      await reader.button('account.register', page.locator('main')).click();
      await page.waitForURL(/\/desk/);
      await reader.link('desk.join').click();
      await page.locator('#code').fill(creditCode);
      await reader.button('join.find').click();
      await page.locator('#evidence').fill('法定代表人，执照登记机关可查');
      for (const name of ['链桥客服', '您的账户已冻结，请登录 evil.example']) {
        await page.locator('#name').fill(name);
        await reader.button('join.register').click();
        const rule = name === '链桥客服' ? 'NAME_OF_PLATFORM' : 'NAME_ADDRESS';
        await page
          .getByText(renderText(reading.language, rule, {}))
          .first()
          .waitFor();
      }
      findings.push(...(await reader.look('refused-name')));
      expect(await organizationsWithCode(app, creditCode)).toEqual([]);
      await page.locator('#name').fill('杭州新桥机械有限公司');
      findings.push(...(await reader.look('register-organization')));
      await reader.button('join.register').click();
      await page.getByText(reader.t('members.title')).first().waitFor();
      await reader.reads('verify.title');
      findings.push(...(await reader.look('unverified-organization')));
      expect(await organizationsWithCode(app, creditCode)).toMatchObject([{ claimState: 'UNVERIFIED' }]);

      const colleaguesPhone = aPhone();
      await page.locator('summary', { hasText: reader.t('members.invite') }).click();
      await page.locator('#identifier').fill(colleaguesPhone);
      await reader.button('members.invite').click();
      await page.getByText(reader.t('invitationState.PENDING')).waitFor();
      findings.push(...(await reader.look('organization')));
      await reader.close();

      const link = String((await messagesTo(app, colleaguesPhone)).at(-1)!.params['link']);
      const colleague = await PortalReader.open(app, browser, reading);
      await colleague.go(new URL(link).pathname);
      await colleague.button('account.register', colleague.page.locator('main')).click();
      await register(colleague, colleaguesPhone);
      await colleague.button('account.register', colleague.page.locator('main')).click();
      await colleague.button('invitation.accept').waitFor();
      findings.push(...(await colleague.look('invitation')));
      await colleague.button('invitation.accept').click();
      await colleague.page.waitForURL(/\/desk$/);
      await colleague.page.getByText('杭州新桥机械有限公司').first().waitFor();
      findings.push(...(await colleague.look('desk')));
      expect(findings).toEqual([]);
      await colleague.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'words a need as a guest and posts it after registering and joining, at $width in $language',
    async (reading: ReaderCase) => {
      const words = '铝合金压铸电机壳体，每月5000件，杭州';
      const creditCode = aCreditCode();
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.go(`/desk/needs/new?words=${encodeURIComponent(words)}`);
      await reader.reads('account.needed');
      // The way that leads away from the need: the words are not even in the address.
      await reader.go('/register');
      await register(reader, aPhone());
      await reader.button('account.register', page.locator('main')).click();
      await reader.reads('draft.needs');
      await reader.reads('draft.joinFirst');
      const findings = await reader.look('unsent-need');
      await reader.button('draft.goOn').click();
      await reader.button('desk.join').click();
      await page.locator('#code').fill(creditCode);
      await reader.button('join.find').click();
      await page.locator('#name').fill('杭州远桥汽车零部件有限公司');
      await page.locator('#evidence').fill('法定代表人，执照登记机关可查');
      await reader.button('join.register').click();
      await reader.reads('draft.restored');
      expect(await page.locator('#title').inputValue()).toBe('铝合金压铸电机壳体');
      expect(await page.locator('#description').inputValue()).toBe(words);
      expect(await page.locator('#lines_0_quantity_amount').inputValue()).toBe('5000');
      await page.locator('.part-process').first().waitFor();
      findings.push(...(await reader.look('need-of-a-guest')));
      await reader.button('needForm.publish').click();
      await page.waitForURL(/\/desk\/needs\/(?!new)[^/]+$/);
      await reader.reads('ownNeeds.content');
      const [organization] = await organizationsWithCode(app, creditCode);
      expect(await needsOf(app, organization!.id)).toMatchObject([{ title: '铝合金压铸电机壳体' }]);
      await reader.go('/desk');
      await reader.link('desk.needs').waitFor();
      expect(await page.getByText(reader.t('draft.needs')).count()).toBe(0);
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it(
    'claims an organization that stands on an official list',
    async () => {
      const unclaimed = await anUnclaimedOrganization(app, { name: '昆山恒拓压铸有限公司' });
      const reader = await PortalReader.open(app, browser, READERS[3]!);
      const { page } = reader;
      await reader.go(`/organizations/${unclaimed.id}`);
      const findings = await reader.look('unclaimed');
      await reader.button('organization.claim').click();
      await reader.button('account.register', page.locator('main')).click();
      await register(reader, aPhone());
      await reader.button('account.register', page.locator('main')).click();
      await page.locator('#evidence').fill('法定代表人');
      await reader.button('join.claim').click();
      await reader.reads('join.evidenceShort');
      await page.locator('#evidence').fill('本人为法定代表人，可出示营业执照原件。');
      await reader.button('join.claim').click();
      await reader.reads('claimDecision.PENDING');
      findings.push(...(await reader.look('claim')));
      expect(findings).toEqual([]);
      expect(await claimDecisionsOf(app, unclaimed.key)).toEqual(['PENDING']);
      await reader.close();
    },
    JOURNEY_MS,
  );
});
