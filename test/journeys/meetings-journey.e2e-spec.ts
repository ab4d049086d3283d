import { Transactions } from '@app/database';
import { EventNotices, ParticipantRole } from '@app/matchmaking-events';
import { MeetingNotices, RunSchedulingJob } from '@app/meetings';
import { browserIsInstalled, startBrowser, type TestBrowser } from '../support/browser.js';
import { aColleague, anAdmission, aRegistration } from '../support/builders/event-registrations.js';
import { anEvent, aSchedule } from '../support/builders/matchmaking-events.js';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingRequest,
  aMeetingWish,
  storedMeeting,
} from '../support/builders/meetings.js';
import { carry, notificationsOf } from '../support/builders/notifications.js';
import { anOrganization } from '../support/builders/organizations.js';
import { aNeed } from '../support/builders/procurement.js';
import { createPortalApp, PORTAL_START_MS } from '../support/portal-app.js';
import { JOURNEY_MS, PortalReader, READERS } from '../support/portal-reader.js';
import type { TestApp } from '../support/test-app.js';

const AGENDA = `mutation ($input: SetEventAgendaInput!) { setEventAgenda(input: $input) { __typename } }`;
const DAY_MS = 86_400_000;

/** The run of the scheduler that was ordered for an event. */
async function theRun(app: TestApp, eventKey: string): Promise<string> {
  const [run] = await app
    .get(Transactions)
    .query<{ id: string }>('select id from scheduling_run where event_id = $1', [eventKey]);
  if (!run) throw new Error('no run was ordered');
  return run.id;
}

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

  /** An event with one confirmed buyer and one confirmed supplier. */
  async function aPairAtAnEvent() {
    const organizer = await anOrganization(app, { name: '常州市经济和信息化局' });
    const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
    const event = await anEvent(app, organizer.key);
    await anAdmission(app, event.key);
    const selling = await aRegistration(app, event.key, { organizationId: supplier.key });
    const buying = await aRegistration(app, event.key, {
      organizationId: buyer.key,
      role: ParticipantRole.BUYER,
    });
    return { organizer, buyer, supplier, event, selling, buying };
  }

  it.each(READERS)(
    'are wished for, scheduled before one’s eyes, published, and moved when both agree, at $width in $language',
    async (reading) => {
      const { organizer, buyer, supplier, event, selling, buying } = await aPairAtAnEvent();
      await aMeetingGrid(app, event.key, { slots: 3, tables: 1, minutes: 20 });
      await aMeetingWish(app, { from: selling, to: buying });
      const findings: string[] = [];

      const phone = await PortalReader.open(app, browser, reading);
      await phone.enter(`/desk/attending/${event.id}/wishes`, buyer.owner);
      const wish = phone.page.getByRole('group', { name: phone.t('wish.of', { name: supplier.name }) });
      await phone.button('wishLevel.MUST', wish.first()).click();
      await phone.reads('wish.own');
      findings.push(...(await phone.look('wishes-must')));

      const desk = await PortalReader.open(app, browser, reading);
      await desk.enter(`/desk/events/${event.id}/meetings`, organizer.owner);
      await desk.page.locator('#scheduling-seconds').fill('1');
      await desk.button('run.start.PLAN').click();
      await desk.reads('run.queued');
      findings.push(...(await desk.look('scheduler-queued')));
      const runId = await theRun(app, event.key);
      const sql = app.get(Transactions);
      // As a worker notes it, who goes on only when the page shows it.
      await sql.query(
        `update scheduling_run set state = 'RUNNING', phase = 'VALUE', bound = 1, heartbeat_at = now() where id = $1`,
        [runId],
      );
      await desk.page.getByText(desk.t('phase.VALUE')).first().waitFor();
      findings.push(...(await desk.look('scheduler-running')));
      await sql.query(`update scheduling_run set state = 'QUEUED', heartbeat_at = null where id = $1`, [
        runId,
      ]);
      await app.get(RunSchedulingJob).handle({ runId });
      await desk.reads('run.proven');
      findings.push(...(await desk.look('scheduler-done')));
      await desk.button('publish.now').click();
      await desk.page.locator('.ant-popover .ant-btn-primary').click();
      const outcome = { published: 1, moved: 0, cancelled: 0, obstructed: 0 };
      await desk.reads('publish.done', outcome);
      findings.push(...(await desk.look('published')));
      await desk.close();

      await phone.go(`/desk/attending/${event.id}/meetings`);
      const slotOf = () =>
        sql.query<{ slot: string }>('select slot_id as slot from meeting where event_id = $1', [event.key]);
      const before = await slotOf();
      const proposing = phone.t('schedule.proposeWith', { name: supplier.name });
      await phone.page.getByRole('button', { name: proposing }).click();
      await phone.page.locator('[id$=_slotId]').first().press('Enter');
      await phone.page.locator('.ant-select-item-option').last().click();
      findings.push(...(await phone.look('propose-time')));
      await phone.button('action.confirm').click();
      await phone.reads('request.moveSent', { name: supplier.name });
      findings.push(...(await phone.look('time-proposed')));

      const other = await PortalReader.open(app, browser, reading);
      await other.enter(`/desk/attending/${event.id}/meetings`, supplier.owner);
      await other.reads('request.moveReceived', { name: buyer.name });
      findings.push(...(await other.look('time-asked')));
      await other.button('request.accept').click();
      await other.reads('meetingRequestState.ACCEPTED');
      expect(await slotOf()).not.toEqual(before);
      expect(before).toHaveLength(1);
      findings.push(...(await other.look('time-agreed')));
      expect(findings).toEqual([]);
      for (const reader of [phone, other]) await reader.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
    'follow their event to another day, are recorded as held and called off by organizers, at $width in $language',
    async (reading) => {
      const { organizer, buyer, supplier, event, selling, buying } = await aPairAtAnEvent();
      const grid = await aMeetingGrid(app, event.key, { slots: 2, tables: 1, minutes: 20 });
      const place = { slot: grid.slots[1]!, table: grid.tables[0]! };
      const meeting = await aMeeting(app, { buyer: buying, supplier: selling, ...place });
      const sql = app.get(Transactions);
      const startsAt = async () => {
        const [row] = await sql.query<{ at: Date }>(
          'select starts_at as at from meeting_slot where id = $1',
          [place.slot],
        );
        return +row!.at;
      };
      const before = await startsAt();
      const findings: string[] = [];

      // Whom matching does not suggest is found by name and can be wished for.
      const phone = await PortalReader.open(app, browser, reading);
      await phone.enter(`/desk/attending/${event.id}/wishes`, buyer.owner);
      await phone.reads('wish.everybody', { count: 1 });
      await phone.page.getByPlaceholder(phone.t('wish.search')).fill(supplier.name.slice(2));
      await phone.page.getByPlaceholder(phone.t('wish.search')).press('Enter');
      const wish = phone.page.getByRole('group', { name: phone.t('wish.of', { name: supplier.name }) });
      await wish.first().waitFor();
      findings.push(...(await phone.look('wish-partners')));
      await phone.close();

      const [old, next] = [aSchedule(20), aSchedule(21)];
      const session = { title: '开幕致辞', starts: old.starts, ends: old.starts.replace('09:', '10:') };
      await organizer.owner.client.ok(AGENDA, {
        input: {
          actingOrganizationId: organizer.id,
          eventId: event.id,
          expectedVersion: 1,
          sessions: [session],
        },
      });
      const desk = await PortalReader.open(app, browser, reading);
      await desk.enter(`/desk/events/${event.id}`, organizer.owner);
      const times = async (starts: string, ends: string) => {
        await desk.page.locator('#starts').fill(starts.replace('T', ' '));
        await desk.page.locator('#ends').fill(ends.replace('T', ' '));
        await desk.button('action.save').click();
        await desk.reads('eventMove.text');
      };
      // An end before the last slot is not saved before the organizer has read what it would cost.
      await times(old.starts, old.starts.replace('09:00', '09:30'));
      await desk.changes(() => desk.button('eventMove.save').click());
      await desk.button('eventMove.cancelOutside').waitFor();
      findings.push(...(await desk.look('event-move-outside')));
      await desk.button('action.cancel').click();
      expect(await storedMeeting(app, meeting.key)).toMatchObject({ state: 'PUBLISHED' });

      await times(next.starts, next.ends);
      findings.push(...(await desk.look('event-move')));
      await desk.changes(() => desk.button('eventMove.save').click());
      await desk.page.getByText(desk.t('eventMove.text')).waitFor({ state: 'detached' });
      expect(await startsAt()).toBe(before + DAY_MS);
      for (const consumer of [EventNotices, MeetingNotices]) await carry(app, consumer);
      for (const side of [buyer, supplier]) {
        const told = await notificationsOf(side.owner.client);
        expect(told.map(({ code }) => code)).toEqual(['NOTICE_EVENT_MOVED']);
      }
      await desk.link('eventDesk.agenda').click();
      await desk.page.locator('#sessions_0_starts').waitFor();
      expect(await desk.page.locator('#sessions_0_starts').inputValue()).toBe(next.starts.replace('T', ' '));
      await desk.link('eventDesk.grid').click();
      await desk.page.getByText(`${next.starts.slice(5, 10)} 09:20–09:40`).waitFor();
      await desk.changes(() => desk.button('grid.save').click());
      await desk.reads('saved');

      // The day of the event has come.
      await sql.query(`update matchmaking_event set starts_at = now() - interval '1 hour' where id = $1`, [
        event.key,
      ]);
      await sql.query(
        `update meeting_slot set starts_at = now() - interval '20 minutes', ends_at = now() where id = $1`,
        [place.slot],
      );
      await desk.go(`/desk/events/${event.id}/meetings`);
      const pair = `${buyer.name} × ${supplier.name}`;
      const open = () => desk.page.getByRole('button', { name: desk.t('board.openOf', { pair }) }).click();
      await open();
      findings.push(...(await desk.look('meeting-dialog')));
      await desk.changes(() => desk.button('board.supplierAbsent').click());
      await desk.reads('meetingState.NO_SHOW');
      expect(await storedMeeting(app, meeting.key)).toMatchObject({ absentRoles: ['SUPPLIER'] });
      await open();
      await desk.changes(() => desk.button('board.held').click());
      await desk.reads('meetingState.HELD');

      await sql.query(`update meeting set state = 'PUBLISHED' where id = $1`, [meeting.key]);
      await desk.go(`/desk/events/${event.id}/meetings`);
      await open();
      await desk.button('board.cancel').click();
      await desk.page.locator('#reason').fill('展位停电');
      findings.push(...(await desk.look('meeting-cancel')));
      await desk.changes(() => desk.button('action.confirm').click());
      await desk.reads('board.none');
      expect(await storedMeeting(app, meeting.key)).toMatchObject({
        state: 'CANCELLED',
        cancellationReason: '展位停电',
      });
      expect(findings).toEqual([]);
      await desk.close();
    },
    JOURNEY_MS,
  );

  it.each(READERS)(
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
      await reader.enter(`/desk/attending/${event.id}/meetings`, buyer.owner);
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
      await desk.enter(`/desk/events/${event.id}/report`, organizer.owner);
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

      await desk.go(`/desk/events/${event.id}/report`);
      const suppliers = desk.page.getByRole('row').filter({ hasText: desk.t('participantRole.SUPPLIER') });
      const registered = (count: number) =>
        suppliers
          .getByRole('cell', { name: String(count), exact: true })
          .first()
          .waitFor();
      await registered(2);
      const comes = (companyName: string) => aRegistration(app, event.key, { companyName, walkIn: true });
      await comes('刚到的公司');
      await registered(3);
      await desk.page.context().setOffline(true);
      await comes('断网时到的公司');
      await desk.page.context().setOffline(false);
      await registered(4);
      await desk.close();
    },
    JOURNEY_MS,
  );
});
