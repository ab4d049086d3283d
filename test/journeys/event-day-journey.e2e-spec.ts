import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import QRCode from 'qrcode';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { anAdmission, aRegistration } from '../support/builders/event-registrations.js';
import { aPerson } from '../support/builders/identity.js';
import { anEvent } from '../support/builders/matchmaking-events.js';
import { aMeeting, aMeetingGrid, storedMeeting } from '../support/builders/meetings.js';
import { anOrganization } from '../support/builders/organizations.js';
import { aQueueNumber } from '../support/builders/queues.js';
import { aNeed } from '../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const TICKETS = `query ($eventId: ID!) {
  eventAttendees(eventId: $eventId, first: 100) { edges { node { name checkedInAt checkIns ticket { token } } } }
}`;

interface Attendees {
  eventAttendees: {
    edges: {
      node: { name: string; checkedInAt: string | null; checkIns: number; ticket: { token: string } };
    }[];
  };
}

/** A wall time some days ahead, as the field takes it. */
function wallTime(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)} ${time}`;
}

/** What a browser says of a network that is cut. */
const OF_THE_CUT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/;

(browserIsInstalled() ? describe : describe.skip)('the day of an event', () => {
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
    'prepares a phone, goes on when the network is cut, and sends all later, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '宁波市经济和信息化局' });
      const event = await anEvent(app, organizer.key);
      await anAdmission(app, event.key);
      for (const name of ['王芳', '赵敏', '孙立'])
        await aRegistration(app, event.key, { organizationId: (await anOrganization(app)).key, name });
      const attendees = async () =>
        (await organizer.owner.client.ok<Attendees>(TICKETS, { eventId: event.id })).eventAttendees.edges.map(
          ({ node }) => node,
        );
      const tokens = new Map((await attendees()).map(({ name, ticket }) => [name, ticket.token]));
      const picture = (name: string) => QRCode.toBuffer(tokens.get(name) ?? '', { width: 400 });

      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.enter(`/desk/check-in/${event.id}`, organizer.owner);
      await page.locator('#device').fill('北门');
      findings.push(...(await reader.look('door-prepare')));
      await reader.button('checkIn.prepareNow').click();
      await reader.reads('checkIn.keeps');
      await page.locator('input[type=file]').setInputFiles({
        name: 'ticket.png',
        mimeType: 'image/png',
        buffer: await picture('王芳'),
      });
      await reader.reads('verdict.WELCOME');
      await reader.reads('checkInOutcome.RECORDED');
      findings.push(...(await reader.look('door')));

      await page.context().setOffline(true);
      await page.reload();
      await reader.reads('checkIn.offline');
      expect(await reader.link('account.signIn').count()).toBe(0);
      const code = page.locator('#code');
      await code.fill('LQT1.nobody.knows');
      await code.press('Enter');
      await reader.reads('verdict.NOT_A_TICKET');
      await code.fill(tokens.get('王芳') ?? '');
      await code.press('Enter');
      await reader.reads('verdict.DUPLICATE');
      await page.locator('input[type=file]').setInputFiles({
        name: 'ticket.png',
        mimeType: 'image/png',
        buffer: await picture('赵敏'),
      });
      await reader.reads('verdict.WELCOME');
      await page.getByText(reader.t('checkIn.way.name'), { exact: true }).click();
      await page.getByRole('textbox', { name: reader.t('checkIn.find') }).fill('孙立');
      await reader.button('checkIn.checkIn').click();
      findings.push(...(await reader.look('door-names')));
      await page.getByText(reader.t('checkIn.way.walkIn'), { exact: true }).click();
      await page.locator('#companyName').fill('路过机械厂');
      await page.locator('#name').fill('周强');
      await page.getByRole('radio', { name: reader.t('oneRole.SUPPLIER') }).check();
      await reader.button('checkIn.letIn').click();
      await reader.reads('checkIn.unsent', { count: 3 });
      findings.push(...(await reader.look('door-walk-in')));
      expect((await attendees()).filter(({ checkedInAt }) => checkedInAt)).toHaveLength(1);

      await page.context().setOffline(false);
      await reader.button('checkIn.syncNow').click();
      await reader.reads('checkIn.unsent', { count: 0 });
      expect((await attendees()).map(({ name, checkIns }) => [name, checkIns]).sort()).toEqual(
        [
          ['周强', 1],
          ['孙立', 1],
          ['王芳', 1],
          ['赵敏', 1],
        ].sort(),
      );
      expect(findings.filter((finding) => !OF_THE_CUT.test(finding))).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'moves meetings, collects needs through a district and shows a need on stage, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '嘉兴市经济和信息化局' });
      const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
      const event = await anEvent(app, organizer.key);
      await anAdmission(app, event.key);
      const place = { organizationId: supplier.key };
      const selling = await aRegistration(app, event.key, place);
      const buying = await aRegistration(app, event.key, {
        organizationId: buyer.key,
        role: ParticipantRole.BUYER,
        name: '韩梅',
      });
      const grid = await aMeetingGrid(app, event.key, { slots: 3, tables: 2, minutes: 20 });
      const [slot, table] = [grid.slots[0]!, grid.tables[0]!];
      const meeting = await aMeeting(app, { buyer: buying, supplier: selling, slot, table });
      const need = await aNeed(app, buyer.key, { title: '电机壳体' });

      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.enter(`/desk/events/${event.id}/meetings`, organizer.owner);
      const pair = `${buyer.name} × ${supplier.name}`;
      await page.getByRole('button', { name: reader.t('board.moveOf', { pair }) }).click();
      await page.locator('#target').press('Enter');
      await page.locator('.ant-select-item-option').last().click();
      await reader.button('action.confirm').click();
      await reader.reads('board.moved');
      expect(await storedMeeting(app, meeting.key)).toMatchObject({ slotId: grid.slots[2] });
      if (reading.width > 1000) {
        await page.locator('.board tbody tr').nth(2).locator('.board-meeting').waitFor();
        const [row, dragged] = [page.locator('.board tbody tr').nth(1), page.locator('.board-meeting')];
        await dragged.dragTo(row.locator('td').nth(1));
        await row.locator('.board-meeting').waitFor();
        expect(await storedMeeting(app, meeting.key)).toMatchObject({ slotId: grid.slots[1] });
      }
      findings.push(...(await reader.look('meetings')));

      await reader.link('eventDesk.stage').click();
      await page.locator('#address').fill(`${app.url}/needs/${need.id}`);
      await reader.button('stage.announceNow').click();
      await reader.button('stage.show').waitFor();
      findings.push(...(await reader.look('stage')));
      await reader.button('stage.show').click();
      findings.push(...(await reader.look('big-screen')));
      await page.keyboard.press('Escape');

      await reader.link('eventDesk.collections').click();
      await page.locator('#title').fill('秋季压铸需求征集');
      await page.locator('#deadline').fill(wallTime(5, '18:00'));
      await page.locator('#districts_0_name').fill('南湖区');
      await reader.choose('districts_0_delegateOrganizationId', supplier.name);
      findings.push(...(await reader.look('collections')));
      await reader.button('collection.openNow').click();
      await page.getByRole('link', { name: '秋季压铸需求征集' }).click();
      await reader.reads('collection.noNeeds');
      const address = new URL(page.url()).pathname;

      const delegate = await PortalReader.open(app, browser, reading);
      await delegate.enter(address, supplier.owner);
      await delegate.page.locator('#companyName').fill('嘉兴未入驻机械厂');
      await delegate.page.locator('#title').fill('压铸件 3 万件');
      await delegate.page.locator('#consentGivenBy').fill('采购部负责人');
      await delegate.page.locator('#consentGivenOn').fill('2026年11月2日');
      findings.push(...(await delegate.look('enter-need')));
      await delegate.button('collection.submit').click();
      await delegate.reads('collectedNeedState.SUBMITTED');
      await delegate.go(`/desk/attending/${event.id}/meetings`);
      await delegate.page.getByText(buyer.name).first().waitFor();
      findings.push(...(await delegate.look('own-meetings')));
      await delegate.go(`/desk/attending/${event.id}/wishes`);
      await delegate.reads('wish.suggestions');
      findings.push(...(await delegate.look('wishes')));
      await delegate.close();

      await reader.go(address);
      await reader.button('collection.accept').click();
      await reader.reads('collectedNeedState.ACCEPTED');
      findings.push(...(await reader.look('collection')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
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
      await desk.enter(`/desk/events/${event.id}/queues`, organizer.owner);
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
      await aRegistration(app, event.key, { companyName: '路过机械厂', walkIn: true });
      await desk.page.reload();
      await desk.page.getByRole('button', { name: desk.t('queue.drawForAt', { table: 'A1' }) }).click();
      await desk.page.locator('[id$=_registrationId]').last().fill('路过');
      await desk.page.locator('.ant-select-item-option').filter({ hasText: '路过机械厂' }).click();
      await desk.button('queue.draw').click();
      await desk.reads('queue.drawnFor', { name: '路过机械厂', number: 2 });
      findings.push(...(await desk.look('queues-drawn-for')));
      await desk.button('queue.drawForEnd').click();

      const phone = await PortalReader.open(app, browser, reading);
      await phone.enter(`/desk/attending/${event.id}/queues`, supplier.owner);
      await phone.page.getByRole('button', { name: phone.t('queue.drawAt', { table: 'A1' }) }).click();
      await phone.reads('queue.ownNumber', { number: 3 });
      await phone.page.getByText(phone.t('queue.ahead', { count: 2 })).waitFor();
      findings.push(...(await phone.look('queues-number')));

      const host = await PortalReader.open(app, browser, reading);
      await host.enter(`/desk/attending/${event.id}/queues`, buyer.owner);
      await host.button('queue.next').click();
      await host.button('queue.skip').click();
      await host.reads('queueState.SKIPPED');
      await host.button('queue.next').click();
      await host.reads('queue.nowCalled', { number: 2 });
      findings.push(...(await host.look('queues-host')));
      await host.button('queue.done').click();
      await host.button('queue.next').click();
      await phone.reads('queue.come', { table: 'A1' });
      findings.push(...(await phone.look('queues-called')));
      await desk.button('queue.screen').click();
      await desk.page.locator('.queue-screen-number').filter({ hasText: '3' }).waitFor();
      findings.push(...(await desk.look('queues-screen')));
      await host.button('queue.done').click();
      await host.page.getByRole('button', { name: host.t('queue.recallOf', { number: 1 }) }).click();
      await host.reads('queue.nowCalled', { number: 1 });
      expect(findings).toEqual([]);
      for (const reader of [desk, phone, host]) await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'gives a visitor who belongs to no organization a ticket that opens the door, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '湖州市经济和信息化局' });
      const event = await anEvent(app, organizer.key);
      await anAdmission(app, event.key, { role: ParticipantRole.VISITOR, capacity: 50 });
      const visitor = await aPerson(app, { name: '顾清' });

      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.enter(`/desk/attending/${event.id}`, visitor);
      await page.locator('#companyName').fill('东海研究所');
      findings.push(...(await reader.look('visit-form')));
      await reader.button('register.send').click();
      await page.getByAltText(reader.t('place.ticketOf', { name: '顾清' })).waitFor();
      expect(await page.locator('#companyName').count()).toBe(0);
      findings.push(...(await reader.look('visit-ticket')));
      await reader.go(`/events/${event.id}`);
      await reader.button('register.own').waitFor();
      findings.push(...(await reader.look('visited-event')));
      await reader.go('/desk/attending');
      await page.getByText(event.title).first().waitFor();
      await reader.reads('attending.coming');
      findings.push(...(await reader.look('visits')));
      await reader.close();

      const door = await PortalReader.open(app, browser, reading);
      await door.enter(`/desk/check-in/${event.id}`, organizer.owner);
      await door.page.locator('#device').fill('北门');
      await door.button('checkIn.prepareNow').click();
      await door.reads('checkIn.keeps');
      const { eventAttendees } = await organizer.owner.client.ok<Attendees>(TICKETS, { eventId: event.id });
      await door.page.locator('#code').fill(eventAttendees.edges[0]!.node.ticket.token);
      await door.page.locator('#code').press('Enter');
      await door.reads('verdict.WELCOME');
      await door.reads('checkInOutcome.RECORDED');
      await door.go(`/desk/events/${event.id}/registrations`);
      await door.reads('registrations.onTheirOwn');
      await door.page.getByText('东海研究所').first().waitFor();
      findings.push(...(await door.look('visitor-registered')));
      expect(findings).toEqual([]);
      await door.close();
    },
    JOURNEY_MS,
  );
});
