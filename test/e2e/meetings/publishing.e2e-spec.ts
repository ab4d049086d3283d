import { Transactions } from '@app/database';
import { ParticipantRole, PersonalCalendarRegistry } from '@app/matchmaking-events';
import ExcelJS from 'exceljs';
import {
  MeetingNotices,
  MeetingOrigin,
  MeetingState,
  RemindOfMeetingsJob,
  RunSchedulingJob,
} from '@app/meetings';
import { aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingWish,
  aSchedulingRun,
  storedMeeting,
} from '../../support/builders/meetings.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const PUBLISH = `mutation ($input: PublishScheduleInput!) { result: publishSchedule(input: $input) {
  __typename ... on PublishSchedulePayload { published moved cancelled obstructed { obstacle meeting { id } } }
  ... on UserError { code } } }`;
const LOCK = `mutation ($input: SetMeetingLockInput!) { result: setMeetingLock(input: $input) {
  __typename ... on SetMeetingLockPayload { meeting { locked } } ... on UserError { code } } }`;
const RESCHEDULE = `mutation ($input: RescheduleMeetingInput!) { result: rescheduleMeeting(input: $input) {
  __typename ... on RescheduleMeetingPayload { meeting { slot { id } table { label } } } ... on UserError { code } } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { result: cancelMeeting(input: $input) {
  __typename ... on UserError { code } } }`;
const MOVES = `query ($id: ID!) { meetingMoves(meetingId: $id) { slot { id } breaches { rule } } }`;
const MINE = `query ($acting: ID!, $event: ID!) { myMeetings(actingOrganizationId: $acting, eventId: $event, first: 10) {
  edges { node { state slot { id } } } } }`;

const EXPORT = `mutation ($input: ExportMeetingScheduleInput!) { file: exportMeetingSchedule(input: $input) {
  fileName mediaType base64 } }`;

interface Result {
  code?: string;
  published: number;
  moved: number;
  cancelled: number;
  obstructed: { obstacle: string; meeting: { id: string } }[];
  meeting: { locked: boolean; slot: { id: string }; table: { label: string } };
}

let app: TestApp;
let organizer: TestOrganization;
let buyer: TestOrganization;
let suppliers: TestOrganization[];

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  buyer = await anOrganization(app);
  suppliers = [await anOrganization(app), await anOrganization(app)];
}, 60_000);
afterAll(() => app.close());

async function run(mutation: string, input: object): Promise<Result> {
  const acting = { actingOrganizationId: organizer.id, ...input };
  return (await organizer.editor.client.ok<{ result: Result }>(mutation, { input: acting })).result;
}

/** A buyer and two suppliers who wish to meet, two slots, so many tables. */
async function aWishedEvent(tables = 2) {
  const event = await anEvent(app, organizer.key);
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
  });
  const [one, two] = [
    await aRegistration(app, event.key, { organizationId: suppliers[0]!.key }),
    await aRegistration(app, event.key, { organizationId: suppliers[1]!.key }),
  ];
  for (const to of [one, two]) await aMeetingWish(app, { from: buying, to });
  const grid = await aMeetingGrid(app, event.key, { slots: 2, tables });
  const at = (slot: number, table = 0) => ({ slot: grid.slots[slot]!, table: grid.tables[table]! });
  return { event, buying, selling: [one, two] as const, grid, at };
}

async function schedule(eventKey: string): Promise<void> {
  await app.get(RunSchedulingJob).handle({ runId: (await aSchedulingRun(app, eventKey)).key });
}

async function meetingsOf(who: TestOrganization, event: { id: string }) {
  const { myMeetings } = await who.viewer.client.ok<{
    myMeetings: { edges: { node: { state: string; slot: { id: string } } }[] };
  }>(MINE, { acting: who.id, event: event.id });
  return myMeetings.edges.map(({ node }) => node);
}

const seatsIn = (eventKey: string) =>
  app
    .get(Transactions)
    .query<{ n: number }>(
      'select count(*)::int as n from meeting_seat s join meeting m on m.id = s.meeting_id where m.event_id = $1',
      [eventKey],
    );
const provisional = { state: MeetingState.PROVISIONAL, origin: MeetingOrigin.SCHEDULED };

it('publishing seats everybody and tells each person once, also when it is asked for twice at once', async () => {
  const { event } = await aWishedEvent();
  await schedule(event.key);
  expect(await meetingsOf(buyer, event)).toEqual([]);
  const results = await Promise.all([1, 2].map(() => run(PUBLISH, { eventId: event.id })));
  expect(results.map(({ code, published }) => code ?? published).sort()).toEqual([2, 'NOTHING_TO_PUBLISH']);
  expect((await meetingsOf(buyer, event)).map(({ state }) => state)).toEqual(['PUBLISHED', 'PUBLISHED']);
  expect(await seatsIn(event.key)).toEqual([{ n: 6 }]);
  await carry(app, MeetingNotices);
  await carry(app, MeetingNotices);
  const told = await notificationsOf(buyer.owner.client);
  expect(told.filter(({ code }) => code === 'NOTICE_MEETING_SCHEDULE').map(({ text }) => text)).toEqual([
    `“${event.title}”的洽谈安排已发布或更新，贵机构共有 2 场洽谈，请查看时间与桌位。`,
  ]);
});

it('what was agreed meanwhile is respected, and what no longer fits stays provisional and is reported', async () => {
  const { event, buying, selling, at } = await aWishedEvent();
  await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(0) }, provisional);
  const planned = await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1) }, provisional);
  await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(1, 1) });
  const result = await run(PUBLISH, { eventId: event.id });
  expect(result).toMatchObject({ published: 0, moved: 0, cancelled: 0 });
  expect(result.obstructed.map(({ obstacle }) => obstacle).sort()).toEqual([
    'AGREED_MEANWHILE',
    'SEAT_TAKEN',
  ]);
  const left = await app
    .get(Transactions)
    .query(`select id from meeting where event_id = $1 and state = 'PROVISIONAL'`, [event.key]);
  expect(left).toEqual([{ id: planned.key }]);
});

it('a new schedule keeps near the published one: who cannot come any more falls out, and nobody else is told', async () => {
  const { event, buying, selling, grid, at } = await aWishedEvent();
  const scheduled = { origin: MeetingOrigin.SCHEDULED };
  const [kept, gone] = [
    await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(0) }, scheduled),
    await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1) }, scheduled),
  ];
  await app
    .get(Transactions)
    .query(`update event_registration set state = 'WITHDRAWN' where id = $1`, [selling[1]]);
  await schedule(event.key);
  expect(await run(PUBLISH, { eventId: event.id })).toMatchObject({ published: 0, moved: 0, cancelled: 1 });
  expect(await storedMeeting(app, kept.key)).toMatchObject({
    state: 'PUBLISHED',
    slotId: grid.slots[0],
    version: 1,
  });
  expect((await storedMeeting(app, gone.key)).state).toBe('CANCELLED');
  expect((await run(PUBLISH, { eventId: event.id })).code).toBe('NOTHING_TO_PUBLISH');
});

it('a published meeting that moves is the same meeting', async () => {
  const { event, buying, selling, grid, at } = await aWishedEvent();
  const told = await aMeeting(
    app,
    { buyer: buying, supplier: selling[0], ...at(0) },
    { origin: MeetingOrigin.SCHEDULED },
  );
  await app
    .get(Transactions)
    .query('insert into meeting_absence (registration_id, slot_id) values ($1, $2)', [
      selling[0],
      grid.slots[0],
    ]);
  await schedule(event.key);
  expect(await run(PUBLISH, { eventId: event.id })).toMatchObject({ published: 1, moved: 1, cancelled: 0 });
  expect(await storedMeeting(app, told.key)).toMatchObject({ slotId: grid.slots[1], version: 2 });
  expect(await seatsIn(event.key)).toEqual([{ n: 6 }]);
});

it('what is locked stays through a new run; unlocking twice is once', async () => {
  const { event, buying, selling, at } = await aWishedEvent();
  const meeting = await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(1) }, provisional);
  for (const _time of [1, 2])
    expect((await run(LOCK, { meetingId: meeting.id, locked: true })).meeting.locked).toBe(true);
  await schedule(event.key);
  expect(await storedMeeting(app, meeting.key)).toMatchObject({ slotId: at(1).slot, version: 2 });
  expect((await run(LOCK, { meetingId: meeting.id, locked: false })).meeting.locked).toBe(false);
});

it('tells for each slot what a move would break, and guards provisional meetings by the same rules', async () => {
  const { event, buying, selling, grid, at } = await aWishedEvent(1);
  const one = await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(0) }, provisional);
  const two = await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1) }, provisional);
  const { meetingMoves } = await organizer.viewer.client.ok<{
    meetingMoves: { slot: { id: string }; breaches: { rule: string }[] }[];
  }>(MOVES, { id: one.id });
  expect(meetingMoves).toEqual([
    { slot: { id: grid.slotIds[0] }, breaches: [] },
    {
      slot: { id: grid.slotIds[1] },
      breaches: expect.arrayContaining([{ rule: 'ONE_MEETING_AT_A_TIME' }, { rule: 'TABLES' }]) as unknown,
    },
  ]);
  expect((await run(RESCHEDULE, { meetingId: one.id, slotId: grid.slotIds[1] })).code).toBe(
    'MEETING_SEAT_TAKEN',
  );
  await run(CANCEL, { meetingId: two.id });
  expect((await run(RESCHEDULE, { meetingId: one.id, slotId: grid.slotIds[1] })).meeting).toEqual({
    slot: { id: grid.slotIds[1] },
    table: { label: 'T1' },
  });
  const rows = await app.get(Transactions).query('select id from meeting where event_id = $1', [event.key]);
  expect(rows).toEqual([{ id: one.key }]);
});

it('a representative’s calendar has the meeting, the same one after a move and a cancellation', async () => {
  const { buying, selling, grid, at } = await aWishedEvent();
  await app
    .get(Transactions)
    .query('update event_representative set user_id = $1 where registration_id = $2', [
      buyer.viewer.user.id,
      buying,
    ]);
  const place = { buyer: buying, supplier: selling[0], ...at(0) };
  const meeting = await aMeeting(app, place);
  await aMeeting(app, { ...place, supplier: selling[1], ...at(1) }, provisional);
  const calendars = app.get(PersonalCalendarRegistry);
  const entries = async () =>
    (await calendars.findEntries(buyer.viewer.user.id)).map(({ uid, sequence, cancelled, zone }) => ({
      uid,
      sequence,
      cancelled,
      zone,
    }));
  const shown = { uid: `meeting-${meeting.key}@lianqiao`, zone: 'Asia/Shanghai' };
  expect(await entries()).toEqual([{ ...shown, sequence: 1, cancelled: false }]);
  await run(RESCHEDULE, { meetingId: meeting.id, slotId: grid.slotIds[1] });
  expect(await entries()).toEqual([{ ...shown, sequence: 2, cancelled: false }]);
  await run(CANCEL, { meetingId: meeting.id });
  expect(await entries()).toEqual([{ ...shown, sequence: 3, cancelled: true }]);
});

it('organizers print everybody’s schedule, participants their own; a reminder comes once', async () => {
  const { event, buying, selling, at } = await aWishedEvent();
  await aMeeting(app, { buyer: buying, supplier: selling[0], ...at(0) });
  await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1) });
  const file = async (who: TestOrganization, kind: string) => {
    const input = { actingOrganizationId: who.id, eventId: event.id, kind };
    const sent = await who.editor.client.ok<{ file: { base64: string } }>(EXPORT, { input });
    return Buffer.from(sent.file.base64, 'base64');
  };
  for (const kind of ['BY_PARTICIPANT_PDF', 'BY_TABLE_PDF'])
    expect((await file(organizer, kind)).subarray(0, 5).toString()).toBe('%PDF-');
  const rowsOf = async (who: TestOrganization) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file(who, 'SCHEDULE_XLSX')) as never);
    return book.worksheets[0]!.rowCount;
  };
  expect(await rowsOf(organizer)).toBe(3);
  expect(await rowsOf(suppliers[0]!)).toBe(2);
  const input = { actingOrganizationId: suppliers[0]!.id, eventId: event.id, kind: 'BY_TABLE_PDF' };
  expect((await suppliers[0]!.editor.client.refused(EXPORT, { input })).extensions.code).toBe('NOT_FOUND');
  await app
    .get(Transactions)
    .query(
      `update meeting_slot set starts_at = now() + interval '10 minutes', ends_at = now() + interval '14 minutes' where id = $1`,
      [at(0).slot],
    );
  const before = await notificationsOf(suppliers[0]!.owner.client);
  for (const _time of [1, 2]) await app.get(RemindOfMeetingsJob).handle();
  const after = await notificationsOf(suppliers[0]!.owner.client);
  const reminders = (told: typeof after) =>
    told.filter(({ code }) => code === 'NOTICE_MEETING_REMINDER').length;
  expect(reminders(after) - reminders(before)).toBe(1);
});
