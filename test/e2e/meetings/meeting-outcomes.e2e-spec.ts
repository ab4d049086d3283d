import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { ChaseOutcomesJob, RunSchedulingJob, SchedulingMode } from '@app/meetings';
import { NeedVisibility } from '@app/procurement';
import { ConceptKind } from '@app/taxonomy';
import ExcelJS from 'exceljs';
import { aCapability } from '../../support/builders/capabilities.js';
import { aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingWish,
  aSchedulingRun,
  storedMeeting,
} from '../../support/builders/meetings.js';
import { notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aNeed, setNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { zipEntry } from '../../support/zip-entry.js';

const named = (verb: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) { __typename ... on UserError { code }
    ... on ${verb}Payload { meeting { state absent feedback { role rating comment }
      outcomes { kind claimedByBuyer claimedBySupplier } } } } }`;
const END = named('EndOutcomeThread');
const ATTENDANCE = named('RecordMeetingAttendance');
const CLAIM = named('ClaimMeetingOutcome');
const RATE = named('RateMeeting');
const NUMBERS = `query ($id: ID!) { matchmakingEvent(id: $id) { numbers { meetings {
  arranged held noShows wishes satisfiedWishes intentsClaimed intentsConfirmed outcomesClaimed outcomesConfirmed } } } }`;

interface Result {
  code?: string;
  meeting: { state: string; absent: string[]; feedback: object[]; outcomes: object[] };
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

async function run(who: TestOrganization, mutation: string, input: object): Promise<Result> {
  const acting = { actingOrganizationId: who.id, ...input };
  return (await who.editor.client.ok<{ result: Result }>(mutation, { input: acting })).result;
}

/** An event that runs: the first of three slots has begun, in which the buyer meets the first supplier. */
async function aRunningEvent() {
  const event = await anEvent(app, organizer.key);
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
  });
  const [one, two] = [
    await aRegistration(app, event.key, { organizationId: suppliers[0]!.key }),
    await aRegistration(app, event.key, { organizationId: suppliers[1]!.key }),
  ];
  const grid = await aMeetingGrid(app, event.key, { slots: 3, tables: 1 });
  await app
    .get(Transactions)
    .query(`update matchmaking_event set starts_at = now() - interval '2 hours' where id = $1`, [event.key]);
  await app
    .get(Transactions)
    .query(
      `update meeting_slot set starts_at = now() - interval '10 minutes', ends_at = now() - interval '1 second' where id = $1`,
      [grid.slots[0]],
    );
  const meeting = await aMeeting(app, {
    buyer: buying,
    supplier: one,
    slot: grid.slots[0]!,
    table: grid.tables[0]!,
  });
  return { event, buying, selling: [one, two] as const, grid, meeting };
}

it('organizers note who came, the last word counts, and what has not begun was not held', async () => {
  const { buying, selling, grid, meeting } = await aRunningEvent();
  const note = (meetingId: string, absent: string[]) => run(organizer, ATTENDANCE, { meetingId, absent });
  expect((await note(meeting.id, ['SUPPLIER'])).meeting).toMatchObject({
    state: 'NO_SHOW',
    absent: ['SUPPLIER'],
  });
  for (const _time of [1, 2])
    expect((await note(meeting.id, [])).meeting).toMatchObject({ state: 'HELD', absent: [] });
  expect((await storedMeeting(app, meeting.key)).version).toBe(3);
  const place = { slot: grid.slots[2]!, table: grid.tables[0]! };
  const later = await aMeeting(app, { buyer: buying, supplier: selling[1], ...place });
  expect((await note(later.id, [])).code).toBe('MEETING_STATE');
});

it('a slot that somebody will not use is filled with others, and nobody is to wait for who did not come', async () => {
  const { event, buying, selling, grid } = await aRunningEvent();
  const place = { slot: grid.slots[2]!, table: grid.tables[0]! };
  const missed = await aMeeting(app, { buyer: buying, supplier: selling[1], ...place });
  const stranger = await aRegistration(app, event.key, { organizationId: (await anOrganization(app)).key });
  const other = await aRegistration(app, event.key, {
    organizationId: (await anOrganization(app)).key,
    role: ParticipantRole.BUYER,
  });
  await aMeetingWish(app, { from: buying, to: stranger });
  await aMeetingWish(app, { from: other, to: selling[1] });
  await app.get(Transactions).query('delete from meeting_slot where id = $1', [grid.slots[1]]);
  await run(organizer, ATTENDANCE, { meetingId: missed.id, absent: ['SUPPLIER'] });
  const refill = await aSchedulingRun(app, event.key, { mode: SchedulingMode.REFILL });
  await app.get(RunSchedulingJob).handle({ runId: refill.key });
  const rows = await app.get(Transactions).query(
    `select buyer_registration_id as b, supplier_registration_id as s, slot_id as at from meeting
        where event_id = $1 and state = 'PROVISIONAL'`,
    [event.key],
  );
  expect(rows).toEqual([{ b: buying, s: stranger, at: grid.slots[2] }]);
});

it('outcomes are claimed by one side and confirmed by the other; feedback is read by one’s own side and the organizers', async () => {
  const { event, buying, selling, meeting } = await aRunningEvent();
  await aMeetingWish(app, { from: buying, to: selling[0] });
  await aMeetingWish(app, { from: buying, to: selling[1] });
  await run(organizer, ATTENDANCE, { meetingId: meeting.id, absent: [] });
  const claim = (who: TestOrganization, kind: string, claimed = true) =>
    run(who, CLAIM, { meetingId: meeting.id, kind, claimed });
  await claim(buyer, 'INTENT');
  await claim(buyer, 'INTENT');
  const both = await claim(suppliers[0]!, 'INTENT');
  expect(both.meeting.outcomes).toEqual([{ kind: 'INTENT', claimedByBuyer: true, claimedBySupplier: true }]);
  await claim(suppliers[0]!, 'ORDER');
  await claim(buyer, 'SAMPLE');
  const left = await claim(buyer, 'SAMPLE', false);
  expect(left.meeting.outcomes).toEqual([
    { kind: 'INTENT', claimedByBuyer: true, claimedBySupplier: true },
    { kind: 'ORDER', claimedByBuyer: false, claimedBySupplier: true },
  ]);
  await run(buyer, RATE, { meetingId: meeting.id, rating: 2 });
  const rated = await run(buyer, RATE, { meetingId: meeting.id, rating: 5, comment: '  图纸齐全 ' });
  const own = [{ role: 'BUYER', rating: 5, comment: '图纸齐全' }];
  expect(rated.meeting.feedback).toEqual(own);
  expect((await claim(suppliers[0]!, 'ORDER')).meeting.feedback).toEqual([]);
  expect((await run(organizer, ATTENDANCE, { meetingId: meeting.id, absent: [] })).meeting.feedback).toEqual(
    own,
  );
  const shown = await organizer.viewer.client.ok<{ matchmakingEvent: { numbers: { meetings: object } } }>(
    NUMBERS,
    {
      id: event.id,
    },
  );
  expect(shown.matchmakingEvent.numbers.meetings).toEqual({
    arranged: 1,
    held: 1,
    noShows: 0,
    wishes: 2,
    satisfiedWishes: 1,
    intentsClaimed: 1,
    intentsConfirmed: 1,
    outcomesClaimed: 1,
    outcomesConfirmed: 0,
  });
});

const OUTCOMES = `query ($id: ID!) { matchmakingEvent(id: $id) { numbers { outcomes {
  kind claimed confirmed amountClaimed amountConfirmed } gaps { name chains needs suppliersHere } } } }`;
const REPORT = `mutation ($input: ExportEventReportInput!) { file: exportEventReport(input: $input) { fileName base64 } }`;

interface Reported {
  matchmakingEvent: {
    numbers: {
      outcomes: object[];
      gaps: { name: string; chains: string[]; needs: number; suppliersHere: number }[];
    };
  };
}

/** Lets an event have ended some days ago. */
async function endedBefore(event: { key: string }, days: number): Promise<void> {
  await app.get(Transactions).query(
    `update matchmaking_event set ends_at = now() - make_interval(days => $2) - interval '1 minute',
              starts_at = now() - make_interval(days => $2) - interval '9 hours' where id = $1`,
    [event.key, days],
  );
}

async function chasersOf(who: TestOrganization, event: { title: string }): Promise<string[]> {
  await app.get(ChaseOutcomesJob).handle();
  const told = await notificationsOf(who.owner.client);
  return told
    .filter(({ code, text }) => code === 'NOTICE_OUTCOME_CHASER' && text.includes(event.title))
    .map(({ text }) => /已 (\d+) 天/.exec(text)?.[1] ?? '');
}

it('both sides are asked after 30, 90 and 180 days, once each, until it is final', async () => {
  const { event, meeting } = await aRunningEvent();
  await app
    .get(Transactions)
    .query('update matchmaking_event set title = $2 where id = $1', [event.key, `追问对接会 ${event.key}`]);
  const named = { title: `追问对接会 ${event.key}` };
  await endedBefore(event, 29);
  expect(await chasersOf(buyer, named)).toEqual([]);
  await endedBefore(event, 30);
  expect(await chasersOf(buyer, named)).toEqual(['30']);
  expect(await chasersOf(buyer, named)).toEqual(['30']);
  expect(await chasersOf(suppliers[0]!, named)).toEqual(['30']);
  expect(await chasersOf(suppliers[1]!, named)).toEqual([]);
  await run(suppliers[0]!, END, { meetingId: meeting.id });
  await endedBefore(event, 90);
  expect(await chasersOf(buyer, named)).toEqual(['90', '30']);
  expect(await chasersOf(suppliers[0]!, named)).toEqual(['30']);
  await run(suppliers[0]!, END, { meetingId: meeting.id, ended: false });
  for (const who of [buyer, suppliers[0]!])
    await run(who, CLAIM, { meetingId: meeting.id, kind: 'ORDER', amount: '1000' });
  await endedBefore(event, 180);
  expect(await chasersOf(buyer, named)).toEqual(['90', '30']);
  expect(await chasersOf(suppliers[0]!, named)).toEqual(['30']);
});

it('amounts count as confirmed where both say one, the lower of the two; the report has them', async () => {
  const { event, meeting } = await aRunningEvent();
  const claim = (who: TestOrganization, kind: string, amount?: string) =>
    run(who, CLAIM, { meetingId: meeting.id, kind, amount });
  await claim(buyer, 'ORDER', '120000.50');
  await claim(suppliers[0]!, 'ORDER', '150000');
  await claim(suppliers[0]!, 'INTENT', '80000');
  await claim(buyer, 'INTENT');
  await claim(buyer, 'TRIAL', '5');
  const nothing = { actingOrganizationId: buyer.id, meetingId: meeting.id, kind: 'ORDER', amount: '0' };
  expect((await buyer.editor.client.refused(CLAIM, { input: nothing })).extensions.code).toBe('BAD_INPUT');
  const { matchmakingEvent } = await organizer.viewer.client.ok<Reported>(OUTCOMES, { id: event.id });
  expect(matchmakingEvent.numbers.outcomes).toEqual([
    { kind: 'INTENT', claimed: 1, confirmed: 1, amountClaimed: '80000', amountConfirmed: '0' },
    { kind: 'ORDER', claimed: 1, confirmed: 1, amountClaimed: '150000', amountConfirmed: '120000.5' },
    { kind: 'TRIAL', claimed: 1, confirmed: 0, amountClaimed: '5', amountConfirmed: '0' },
  ]);
  const file = async (kind: string) => {
    const input = { actingOrganizationId: organizer.id, eventId: event.id, kind };
    const sent = await organizer.editor.client.ok<{ file: { base64: string } }>(REPORT, { input });
    return Buffer.from(sent.file.base64, 'base64');
  };
  expect((await file('REPORT_PDF')).subarray(0, 5).toString()).toBe('%PDF-');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await file('REPORT_XLSX')) as never);
  const rows = (book.worksheets[0]!.getSheetValues() as unknown[][]).map((cells) => cells?.join('|') ?? '');
  expect(rows.some((line) => line.includes('订单|1|填报 1 项 150000 元；双方确认 1 项 120000.5 元'))).toBe(
    true,
  );
  const words = zipEntry(await file('REPORT_DOCX'), 'word/document.xml') ?? '';
  expect(words).toContain(event.title);
  expect(words).toContain('填报 1 项 150000 元；双方确认 1 项 120000.5 元');
});

it('the gap map counts what buyers seek and nobody there offers, and counts no need that is not public or that stands under an alias', async () => {
  const { event, buying } = await aRunningEvent();
  const concept = (conceptId: string, kind: ConceptKind) => ({ conceptId, kind, text: conceptId, weight: 1 });
  const concepts = [
    concept('die-casting', ConceptKind.PROCESS),
    concept('gear', ConceptKind.PRODUCT),
    concept('new-energy-vehicle', ConceptKind.APPLICATION),
  ];
  const fresh = await anOrganization(app);
  await app
    .get(Transactions)
    .query('update event_registration set organization_id = $2 where id = $1', [buying, fresh.key]);
  const open = await aNeed(app, fresh.key);
  await setNeed(app, open.key, { concepts });
  const hidden = await aNeed(app, fresh.key, { visibility: NeedVisibility.INVITED_ONLY });
  await setNeed(app, hidden.key, { concepts: [concept('forging', ConceptKind.PROCESS)] });
  const masked = await aNeed(app, fresh.key, { alias: '某新能源汽车链主·杭州' });
  await setNeed(app, masked.key, {
    concepts: [concept('gear', ConceptKind.PRODUCT), concept('stamping', ConceptKind.PROCESS)],
  });
  await aCapability(app, suppliers[0]!.key, {}, { concepts: [concept('gear', ConceptKind.PRODUCT)] });
  const { matchmakingEvent } = await organizer.viewer.client.ok<Reported>(OUTCOMES, { id: event.id });
  const { gaps } = matchmakingEvent.numbers;
  expect(gaps.map(({ needs, suppliersHere, chains }) => [needs, suppliersHere, chains])).toEqual([
    [1, 0, ['新能源汽车']],
    [1, 1, ['新能源汽车']],
  ]);
});
