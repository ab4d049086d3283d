import { Transactions } from '@app/database';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { anAdmission } from '../support/builders/event-registrations.js';
import type { TestPerson } from '../support/builders/identity.js';
import { anEvent, storedEvents } from '../support/builders/matchmaking-events.js';
import { anOrganization } from '../support/builders/organizations.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const TITLE = '长三角压铸件供需对接会';

const ASK = `mutation ($input: SetEventAdmissionInput!) {
  setEventAdmission(input: $input) { ... on SetEventAdmissionPayload { event { id } } }
}`;

/** A wall time some days ahead, as the field takes it. */
function wallTime(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)} ${time}`;
}

/** An instant as the clocks in China show it, as a field does. */
function shownInChina(instant: Date): string {
  return new Date(+instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Agenda, admission, slots and tables, and that one can register. */
async function setUp(reader: PortalReader): Promise<string[]> {
  const { page } = reader;
  const findings: string[] = [];
  await reader.link('eventDesk.agenda').click();
  await reader.button('agenda.addSession').click();
  await page.locator('#sessions_0_title').fill('压铸工艺与采购趋势');
  await page.locator('#sessions_0_room').fill('A 厅');
  await page.locator('#sessions_0_ends').fill(wallTime(5, '10:25'));
  await reader.button('agenda.addSpeaker').click();
  await page.locator('#sessions_0_speakers_0_name').fill('王工');
  findings.push(...(await reader.look('event-agenda')));
  await reader.changes(() => reader.button('action.save').click());
  await reader.reads('saved');
  await page.reload();
  await page.locator('#sessions_0_ends').waitFor();
  expect(await page.locator('#sessions_0_ends').inputValue()).toBe(wallTime(5, '10:25'));
  await reader.link('eventDesk.admission').click();
  await page.locator('#roles_BUYER_admitted').click();
  await page.locator('#roles_SUPPLIER_admitted').click();
  await page.locator('#roles_SUPPLIER_capacity').fill('1');
  await reader.button('admission.addQuestion').click();
  await page.locator('#questions_0_text').fill('主要设备');
  findings.push(...(await reader.look('event-admission')));
  await reader.changes(() => reader.button('action.save').click());
  await reader.reads('saved');
  await reader.link('eventDesk.grid').click();
  await page.locator('#from').fill(wallTime(5, '13:40'));
  await reader.button('grid.addSlots').click();
  await page.getByText(`${wallTime(5, '13:40').slice(5)}–14:00`).waitFor();
  await reader.reads('grid.added', { count: 8 });
  await reader.button('grid.addSlots').click();
  await page
    .getByRole('status')
    .filter({ hasText: reader.t('grid.overlapping', { count: 8 }) })
    .waitFor();
  // One more lies before the end of the event at half past five.
  await page.locator('#from').fill(wallTime(5, '17:00'));
  await reader.button('grid.addSlots').click();
  await page
    .getByRole('status')
    .filter({ hasText: reader.t('grid.outside', { count: 7 }) })
    .waitFor();
  await reader.button('grid.addTables').click();
  await page.getByText('T10').first().waitFor();
  findings.push(...(await reader.look('event-grid')));
  await reader.changes(() => reader.button('grid.save').click());
  await reader.reads('saved');
  await reader.link('eventDesk.basics').click();
  await reader.button('eventSteps.openRegistration').click();
  await reader.button('action.confirm').click();
  await reader.button('eventSteps.closeRegistration').waitFor();
  findings.push(...(await reader.look('event-open')));
  return findings;
}

/** A company registers from the event's public page as a supplier. */
async function register(reader: PortalReader, eventPath: string, person: TestPerson): Promise<void> {
  const { page } = reader;
  await reader.go(eventPath);
  await reader.link('register.title', page.locator('main')).click();
  await reader.link('account.signIn', page.locator('main')).click();
  await reader.signIn(person);
  await page.getByRole('radio', { name: reader.t('oneRole.SUPPLIER') }).check();
  await page.getByLabel('主要设备').fill('1250 吨压铸机');
  await reader.button('register.send').click();
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

  it.each(READERS)(
    'drafts an event, publishes it, sees it as guests do, in list and calendar, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '杭州市产业促进中心' });
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const findings: string[] = [];
      await reader.enter('/desk/events/new', organizer.owner);
      await page.locator('#title').fill(TITLE);
      await reader.choose('regionCode', reading.language === 'zh' ? '杭州市' : 'Hangzhou');
      await page.locator('#venue').fill('国际博览中心 3 号厅');
      await page.locator('#starts').fill(wallTime(5, '17:30'));
      await page.locator('#ends').fill(wallTime(5, '09:00'));
      await reader.button('eventForm.saveDraft').click();
      await reader.reads('timeField.endsFirst');
      await page.locator('#starts').fill(wallTime(5, '09:00'));
      await page.locator('#ends').fill(wallTime(5, '17:30'));
      expect(await storedEvents(app, organizer.key)).toEqual([]);
      findings.push(...(await reader.look('event-form')));
      await reader.button('eventForm.saveDraft').click();
      await reader.button('action.publish').click();
      await page.getByText(reader.t('eventState.PUBLISHED')).first().waitFor();
      findings.push(...(await reader.look('own-event')));
      const [event] = await storedEvents(app, organizer.key);
      expect(event).toMatchObject({ decidedState: 'PUBLISHED', title: TITLE });
      expect([event!.startsAt, event!.endsAt].map(shownInChina)).toEqual([
        wallTime(5, '09:00'),
        wallTime(5, '17:30'),
      ]);

      findings.push(...(await setUp(reader)));
      await reader.link('profile.public').click();
      await page.waitForURL(/\/events\/[^/]+$/);
      await reader.reads('event.when');
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

  it.each(READERS)(
    'saves each time as it stands in its field, confirmed or not, and nothing that is no time, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '湖州市经济和信息化局' });
      const delegate = await anOrganization(app);
      const event = await anEvent(app, organizer.key, { title: TITLE });
      const sql = app.get(Transactions);
      const instant = async (query: string) => {
        const [row] = await sql.query<{ at: Date | null }>(query, [event.key]);
        return row?.at && shownInChina(row.at);
      };
      const wishesUntil = () => instant('select wishes_until as at from meeting_terms where event_id = $1');
      const findings: string[] = [];
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      const save = () => reader.changes(() => reader.button('action.save').click());

      await reader.enter(`/desk/events/${event.id}/meetings`, organizer.owner);
      const field = page.locator('#wishesUntil');
      await field.fill(wallTime(9, '17:00'));
      await save();
      expect(await wishesUntil()).toBe(wallTime(9, '17:00'));
      await page.reload();
      await page.locator('#wishesUntil').waitFor();
      expect(await field.inputValue()).toBe(wallTime(9, '17:00'));

      // As an office writes it; the field shows how it was understood.
      await field.fill(wallTime(8, '9：30').replaceAll('-', '/'));
      await save();
      expect(await field.inputValue()).toBe(wallTime(8, '09:30'));
      expect(await wishesUntil()).toBe(wallTime(8, '09:30'));

      await field.fill('下周五下午');
      await reader.button('action.save').click();
      await reader.reads('timeField.noTime');
      expect(await field.inputValue()).toBe('下周五下午');
      findings.push(...(await reader.look('time-unreadable')));
      expect(await wishesUntil()).toBe(wallTime(8, '09:30'));

      // Chosen in the panel and left without its button.
      await field.fill(wallTime(8, '09:30'));
      await field.click();
      await page.locator('.ant-picker-time-panel-column').first().locator('li').nth(11).click();
      const chosen = wallTime(8, '11:30');
      expect(await field.inputValue()).toBe(chosen);
      const panel = await page.locator('.ant-picker-panel-container').boundingBox();
      expect(panel!.x).toBeGreaterThanOrEqual(0);
      expect(panel!.x + panel!.width).toBeLessThanOrEqual(reading.width);
      await page.locator('h1').click();
      await save();
      expect(await wishesUntil()).toBe(chosen);

      await field.fill('');
      await save();
      expect(await wishesUntil()).toBeNull();
      expect(await field.inputValue()).toBe('');

      await reader.go(`/desk/events/${event.id}/collections`);
      await page.locator('#title').fill('冬季压铸需求征集');
      await page.locator('#districts_0_name').fill('吴兴区');
      await reader.choose('districts_0_delegateOrganizationId', delegate.name);
      await page.locator('#deadline').fill(wallTime(6, '18:00'));
      await reader.changes(() => reader.button('collection.openNow').click());
      expect(await instant('select deadline as at from need_collection where event_id = $1')).toBe(
        wallTime(6, '18:00'),
      );

      const admissions = [{ role: 'SUPPLIER', capacity: 1 }];
      await organizer.owner.client.ok(ASK, {
        input: { actingOrganizationId: organizer.id, eventId: event.id, admissions, questions: [] },
      });
      await reader.go(`/desk/events/${event.id}`);
      await reader.button('eventSteps.openRegistration').click();
      await page.locator('#closes').fill(wallTime(7, '12:15'));
      await reader.changes(() => reader.button('action.confirm').click());
      expect(await instant('select registration_closes_at as at from matchmaking_event where id = $1')).toBe(
        wallTime(7, '12:15'),
      );
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'lets two suppliers in for one place: the second waits, is offered the place and takes it, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '苏州市中小企业服务中心' });
      const event = await anEvent(app, organizer.key, { title: TITLE });
      await anAdmission(app, event.key, { capacity: 1 });
      await organizer.owner.client.ok(ASK, {
        input: {
          actingOrganizationId: organizer.id,
          eventId: event.id,
          admissions: [{ role: 'SUPPLIER', capacity: 1 }],
          questions: [{ text: '主要设备', required: true }],
        },
      });
      const [first, second] = [await anOrganization(app), await anOrganization(app)];
      const eventPath = `/events/${event.id}`;
      const findings: string[] = [];
      const one = await PortalReader.open(app, browser, reading);
      await register(one, eventPath, first.owner);
      await one.page.locator('.ticket-code').waitFor();
      findings.push(...(await one.look('own-ticket')));
      const other = await PortalReader.open(app, browser, reading);
      await register(other, eventPath, second.owner);
      await other.reads('place.inLine', { place: 1 });
      findings.push(...(await other.look('in-line')));
      await one.button('place.withdraw').click();
      await one.page.locator('.ant-popover .ant-btn-primary').click();
      await one.reads('registrationText.WITHDRAWN');
      await other.go(`/desk/attending/${event.id}`);
      findings.push(...(await other.look('place-offered')));
      await other.button('place.accept').click();
      await other.page.locator('.ticket-code').waitFor();
      await other.go('/desk/attending');
      await other.reads('registrationState.CONFIRMED');
      findings.push(...(await other.look('attending')));
      await other.close();
      await one.close();

      const reader = await PortalReader.open(app, browser, reading);
      await reader.enter(`/desk/events/${event.id}/registrations`, organizer.owner);
      await reader.page.getByText('1250 吨压铸机').first().waitFor();
      findings.push(...(await reader.look('registrations')));
      expect(findings).toEqual([]);
      await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'asks another organization to organize with it, which says yes on the event’s page, at $width in $language',
    async (reading) => {
      const organizer = await anOrganization(app, { name: '无锡市工业和信息化局' });
      const partner = await anOrganization(app);
      const event = await anEvent(app, organizer.key, { title: TITLE });
      const findings: string[] = [];
      const reader = await PortalReader.open(app, browser, reading);
      const { page } = reader;
      await reader.enter(`/desk/events/${event.id}/partners`, organizer.owner);
      await page.locator('#partner_partner').fill(partner.name);
      await page.locator('.ant-select-item-option').filter({ hasText: partner.name }).click();
      await reader.button('partner.send').click();
      await reader.reads('partner.asked');
      findings.push(...(await reader.look('partners-asked')));

      const other = await PortalReader.open(app, browser, reading);
      await other.go(`/sign-in?to=${encodeURIComponent(`/events/${event.id}`)}`);
      await other.signIn(partner.owner);
      await other.button('partner.accept').waitFor();
      findings.push(...(await other.look('partner-question')));
      await other.button('partner.accept').click();
      await other.link('partner.desk').click();
      await other.link('partner.title').click();
      await other.button('partner.leave').waitFor();
      findings.push(...(await other.look('partner-desk')));
      expect((await storedEvents(app, organizer.key))[0]?.coOrganizerIds).toEqual([partner.key]);
      expect(findings).toEqual([]);
      await other.close();
      await reader.close();
    },
    JOURNEY_MS,
  );
});
