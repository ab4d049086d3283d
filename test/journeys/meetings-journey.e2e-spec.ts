import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aColleague, anAdmission, aRegistration } from '../support/builders/event-registrations.js';
import { anEvent } from '../support/builders/matchmaking-events.js';
import { aMeeting, aMeetingGrid, aMeetingRequest, storedMeeting } from '../support/builders/meetings.js';
import { anOrganization } from '../support/builders/organizations.js';
import { aQueueNumber } from '../support/builders/queues.js';
import { aNeed } from '../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { PortalReader, TWO_READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const JOURNEY_MS = 180_000;

(browserIsInstalled() ? describe : describe.skip)('meetings of a participant, and what comes of them', () => {
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
    'sends a stand-in, agrees to a request, says when it cannot and what came of it, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '常州市经济和信息化局' });
      const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
      const event = await anEvent(app, organizer.key);
      await anAdmission(app, event.key);
      const selling = await aRegistration(app, event.key, { organizationId: supplier.key });
      const other = await aRegistration(app, event.key, { organizationId: (await anOrganization(app)).key });
      const buying = await aRegistration(app, event.key, {
        organizationId: buyer.key,
        role: ParticipantRole.BUYER,
        name: '韩梅',
      });
      await aColleague(app, buying, { name: '陆明' });
      const grid = await aMeetingGrid(app, event.key, { slots: 3, tables: 2, minutes: 20 });
      const place = { slot: grid.slots[0]!, table: grid.tables[0]! };
      const meeting = await aMeeting(app, { buyer: buying, supplier: selling, ...place });
      const before = await storedMeeting(app, meeting.key);
      await aMeetingRequest(app, { from: other, to: buying, slot: grid.slots[1]! });
      await aNeed(app, buyer.key, { title: '电机壳体' });

      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.go(`/desk/attending/${event.id}/meetings`);
      await reader.link('account.signIn', page.locator('main')).click();
      await reader.signIn(buyer.owner);
      await page
        .getByRole('combobox', { name: reader.t('schedule.standInFor', { name: supplier.name }) })
        .press('Enter');
      await page.locator('.ant-select-item-option').filter({ hasText: '陆明' }).click();
      await reader.reads('schedule.standInNamed');
      expect((await storedMeeting(app, meeting.key)).buyerRepresentativeId).not.toBe(
        before.buyerRepresentativeId,
      );
      findings.push(...(await reader.look('schedule-requests')));
      await reader.button('request.accept').click();
      await reader.reads('meetingRequestState.ACCEPTED');

      await reader.go(`/desk/attending/${event.id}/wishes`);
      await page.locator('.slot-choices input').last().check();
      findings.push(...(await reader.look('wishes-absences')));
      await reader.button('absence.save').click();
      await reader.reads('absence.saved');
      const absent = await app
        .get(Transactions)
        .query('select slot_id as id from meeting_absence where registration_id = $1', [buying]);
      expect(absent).toEqual([{ id: grid.slots[2] }]);
      await reader.go(`/desk/attending/${event.id}`);
      await reader.reads('place.meetings');
      findings.push(...(await reader.look('tickets-meetings')));

      await app
        .get(Transactions)
        .query(
          `update meeting_slot set starts_at = now() - interval '1 hour', ends_at = now() - interval '40 minutes' where id = $1`,
          [grid.slots[0]],
        );
      await reader.go(`/desk/attending/${event.id}/outcomes`);
      await page.getByRole('checkbox', { name: reader.t('outcomeKind.ORDER') }).click();
      const amount = page.getByRole('textbox', {
        name: reader.t('outcome.amountOf', { kind: reader.t('outcomeKind.ORDER') }),
      });
      await amount.fill('128000');
      await reader.button('outcome.saveAmount').click();
      await page.getByRole('checkbox', { name: reader.t('outcome.ended') }).click();
      await page.getByRole('checkbox', { name: reader.t('outcome.ended'), checked: true }).waitFor();
      findings.push(...(await reader.look('outcomes')));
      await reader.close();

      const desk = await PortalReader.open(app, browser, reading);
      await desk.go(`/desk/events/${event.id}/report`);
      await desk.link('account.signIn', desk.page.locator('main')).click();
      await desk.signIn(organizer.owner);
      await desk.page.getByText('128,000').first().waitFor();
      await desk.reads('report.gapsText');
      findings.push(...(await desk.look('report')));
      const saved = desk.page.waitForEvent('download');
      await desk.button('eventReport.REPORT_PDF').click();
      expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
      await desk.go(`/desk/events/${event.id}/meetings`);
      await desk.reads('meetingFiles.title');
      findings.push(...(await desk.look('meetings-files')));
      expect(findings).toEqual([]);
      await desk.close();
    },
    JOURNEY_MS,
  );

  it.each(TWO_READERS)(
    'opens a queue table, draws on the phone, calls and shows the hall, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '常州市经济和信息化局' });
      const [buyer, supplier, another] = [
        await anOrganization(app),
        await anOrganization(app),
        await anOrganization(app),
      ];
      const event = await anEvent(app, organizer.key);
      await aRegistration(app, event.key, { organizationId: buyer.key, role: ParticipantRole.BUYER });
      await aRegistration(app, event.key, { organizationId: supplier.key });
      const waiting = await aRegistration(app, event.key, { organizationId: another.key });
      const findings: string[] = [];

      const desk = await PortalReader.open(app, browser, reading);
      await desk.go(`/desk/events/${event.id}/queues`);
      await desk.link('account.signIn', desk.page.locator('main')).click();
      await desk.signIn(organizer.owner);
      await desk.reads('queue.none');
      await desk.page.locator('#queue_registrationId').click();
      await desk.page.locator('.ant-select-item-option').filter({ hasText: buyer.name }).click();
      await desk.page.locator('#queue_label').fill('A1');
      await desk.button('queue.openNow').click();
      await desk.reads('queue.isOpen');
      findings.push(...(await desk.look('queues-desk')));
      const [table] = await app
        .get(Transactions)
        .query<{ id: string }>('select id from queue_table where event_id = $1', [event.key]);
      await aQueueNumber(app, { table: table!.id, by: waiting });

      const phone = await PortalReader.open(app, browser, reading);
      await phone.go(`/desk/attending/${event.id}/queues`);
      await phone.link('account.signIn', phone.page.locator('main')).click();
      await phone.signIn(supplier.owner);
      await phone.page.getByRole('button', { name: phone.t('queue.drawAt', { table: 'A1' }) }).click();
      await phone.reads('queue.ownNumber', { number: 2 });
      await phone.page.getByText(phone.t('queue.ahead', { count: 1 })).waitFor();
      findings.push(...(await phone.look('queues-number')));

      const host = await PortalReader.open(app, browser, reading);
      await host.go(`/desk/attending/${event.id}/queues`);
      await host.link('account.signIn', host.page.locator('main')).click();
      await host.signIn(buyer.owner);
      await host.button('queue.next').click();
      await host.button('queue.skip').click();
      await host.reads('queueState.SKIPPED');
      await host.button('queue.next').click();
      await host.page
        .getByText(host.t('queue.nowCalled', { number: 2 }))
        .first()
        .waitFor();
      findings.push(...(await host.look('queues-host')));
      await phone.reads('queue.come', { table: 'A1' });
      findings.push(...(await phone.look('queues-called')));
      await desk.button('queue.screen').click();
      await desk.page.locator('.queue-screen-number').filter({ hasText: '2' }).waitFor();
      findings.push(...(await desk.look('queues-screen')));
      await host.button('queue.done').click();
      await host.page.getByRole('button', { name: host.t('queue.recallOf', { number: 1 }) }).click();
      await host.page
        .getByText(host.t('queue.nowCalled', { number: 1 }))
        .first()
        .waitFor();
      expect(findings).toEqual([]);
      for (const reader of [desk, phone, host]) await reader.close();
    },
    JOURNEY_MS,
  );
});
