import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { storedEvents } from '../support/builders/matchmaking-events.js';
import { anOrganization } from '../support/builders/organizations.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { PortalReader, TWO_READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const JOURNEY_MS = 180_000;
const TITLE = '长三角压铸件供需对接会';

/** A wall time some days ahead, as the field takes it. */
function wallTime(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)} ${time}`;
}

(browserIsInstalled() ? describe : describe.skip)('an organizer', () => {
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
    'drafts an event, publishes it, sees it as guests do, in list and calendar, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '杭州市产业促进中心' });
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.go('/desk/events/new');
      await reader.link('account.signIn', page.locator('main')).click();
      await reader.signIn(organizer.owner);
      await page.locator('#title').fill(TITLE);
      await reader.choose('regionCode', reading.language === 'zh' ? '杭州市' : 'Hangzhou');
      await page.locator('#venue').fill('国际博览中心 3 号厅');
      const times = page.locator('.ant-picker-range input');
      for (const [i, time] of ['09:00', '17:30'].entries()) {
        await times.nth(i).fill(wallTime(5, time));
        await page.locator('.ant-picker-ok button:visible').click();
      }
      findings.push(...(await reader.look('event-form')));
      await reader.button('eventForm.saveDraft').click();
      await reader.button('action.publish').click();
      await page.getByText(reader.t('eventState.PUBLISHED')).first().waitFor();
      findings.push(...(await reader.look('own-event')));
      expect(await storedEvents(app, organizer.key)).toMatchObject([
        { decidedState: 'PUBLISHED', title: TITLE },
      ]);

      await reader.link('profile.public').click();
      await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
      await page.getByText('09:00').first().waitFor();
      findings.push(...(await reader.look('event')));
      await reader.go('/events');
      await page.getByText(TITLE).first().waitFor();
      findings.push(...(await reader.look('events')));
      await reader.link('events.asCalendar').click();
      await page.locator('.calendar').getByText(TITLE).first().waitFor();
      findings.push(...(await reader.look('calendar')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );
});
