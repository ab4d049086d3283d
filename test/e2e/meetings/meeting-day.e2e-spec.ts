import { Transactions } from '@app/database';
import { ParticipantRole, PersonalCalendars } from '@app/matchmaking-events';
import { MeetingNotices, MeetingOrigin, MeetingState } from '@app/meetings';
import { aColleague, aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import { aMeeting, aMeetingGrid, aMeetingRequest, storedMeeting } from '../../support/builders/meetings.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const STAND_IN = `mutation ($input: NameMeetingStandInInput!) { result: nameMeetingStandIn(input: $input) {
  __typename ... on UserError { code }
  ... on NameMeetingStandInPayload { meeting { version buyerPerson { id name } supplierPerson { id name } } } } }`;
const REQUESTS = `query ($acting: ID!, $event: ID!) {
  myMeetingRequests(actingOrganizationId: $acting, eventId: $event, first: 10) {
    edges { node { state from { id } to { id } } } } }`;

interface Person {
  id: string;
  name: string;
}
interface Result {
  code?: string;
  meeting: { version: number; buyerPerson: Person; supplierPerson: Person };
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

/** A buyer with two persons and two suppliers with one each; the first person of the buyer meets the first supplier. */
async function aStaffedEvent() {
  const event = await anEvent(app, organizer.key);
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
    userId: buyer.viewer.user.id,
  });
  const [one, two] = [
    await aRegistration(app, event.key, { organizationId: suppliers[0]!.key }),
    await aRegistration(app, event.key, { organizationId: suppliers[1]!.key }),
  ];
  const colleague = await aColleague(app, buying, { userId: buyer.editor.user.id });
  const grid = await aMeetingGrid(app, event.key, { slots: 2, tables: 2 });
  const at = (slot: number, table = 0) => ({ slot: grid.slots[slot]!, table: grid.tables[table]! });
  const meeting = await aMeeting(app, { buyer: buying, supplier: one, ...at(0) });
  return { event, buying, selling: [one, two] as const, colleague, at, meeting };
}

const seatsOf = (meetingKey: string) =>
  app
    .get(Transactions)
    .query<{ id: string }>(
      'select representative_id as id from meeting_seat where meeting_id = $1 and representative_id is not null order by 1',
      [meetingKey],
    );

it('a stand-in takes the seat, both sides are told once, and calendars follow', async () => {
  const { event, colleague, meeting } = await aStaffedEvent();
  const input = { meetingId: meeting.id, representativeId: colleague };
  for (const _time of [1, 2]) {
    const { meeting: now } = await run(buyer, STAND_IN, input);
    expect(now).toMatchObject({ version: 2, buyerPerson: { id: colleague, name: '韩梅梅' } });
  }
  const stored = await storedMeeting(app, meeting.key);
  expect((await seatsOf(meeting.key)).map(({ id }) => id)).toEqual(
    [stored.buyerRepresentativeId, stored.supplierRepresentativeId].sort(),
  );
  const calendars = app.get(PersonalCalendars);
  const [left, came] = [await calendars.of(buyer.viewer.user.id), await calendars.of(buyer.editor.user.id)];
  const uid = `meeting-${meeting.key}@lianqiao`;
  expect(left.map((entry) => [entry.uid, entry.cancelled])).toEqual([[uid, true]]);
  expect(came.map((entry) => [entry.uid, entry.cancelled])).toEqual([[uid, false]]);
  await carry(app, MeetingNotices);
  for (const side of [buyer, suppliers[0]!]) {
    const told = (await notificationsOf(side.owner.client)).filter(({ text }) => text.includes(event.title));
    expect(told.map(({ code }) => code)).toEqual(['NOTICE_MEETING_STAND_IN']);
  }
});

it('who meets somebody else then is refused, also when two meetings want the same stand-in at once', async () => {
  const { buying, selling, colleague, at, meeting } = await aStaffedEvent();
  const other = await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1, 1) });
  // The two meetings are to take place at the same time, so that only one of them can have the colleague.
  const spare = await aColleague(app, buying, { name: '吴刚' });
  await run(buyer, STAND_IN, { meetingId: other.id, representativeId: spare });
  await app
    .get(Transactions)
    .query('update meeting_seat set slot_id = $2 where meeting_id = $1', [other.key, at(0).slot]);
  await app.get(Transactions).query('update meeting set slot_id = $2 where id = $1', [other.key, at(0).slot]);
  const both = await Promise.all(
    [meeting, other].map(({ id }) => run(buyer, STAND_IN, { meetingId: id, representativeId: colleague })),
  );
  expect(both.map(({ code }) => code ?? 'SEATED').sort()).toEqual(['MEETING_SEAT_TAKEN', 'SEATED']);
  const rows = await app
    .get(Transactions)
    .query<{ n: number }>('select count(*)::int as n from meeting_stand_in where meeting_id = any($1)', [
      [meeting.key, other.key],
    ]);
  expect(rows).toEqual([{ n: 2 }]);
});

it('a person of another registration, a meeting not told yet and one that is off take no stand-in', async () => {
  const { buying, selling, colleague, at, meeting } = await aStaffedEvent();
  const stranger = await aColleague(app, selling[1]);
  const refused = async (meetingId: string, representativeId: string) => {
    const input = { actingOrganizationId: buyer.id, meetingId, representativeId };
    return (await buyer.editor.client.refused(STAND_IN, { input })).extensions.code;
  };
  expect(await refused(meeting.id, stranger)).toBe('NOT_FOUND');
  const planned = await aMeeting(
    app,
    { buyer: buying, supplier: selling[1], ...at(1) },
    { state: MeetingState.PROVISIONAL, origin: MeetingOrigin.SCHEDULED },
  );
  expect(await refused(planned.id, colleague)).toBe('NOT_FOUND');
  await app.get(Transactions).query(`update meeting set state = 'CANCELLED' where id = $1`, [meeting.key]);
  const off = await run(buyer, STAND_IN, { meetingId: meeting.id, representativeId: colleague });
  expect(off.code).toBe('MEETING_STATE');
});

it('both sides of a request read who asks whom', async () => {
  const { event, buying, selling, at } = await aStaffedEvent();
  await aMeetingRequest(app, { from: buying, to: selling[1], slot: at(1).slot });
  for (const who of [buyer, suppliers[1]!]) {
    const { myMeetingRequests } = await who.viewer.client.ok<{
      myMeetingRequests: { edges: { node: object }[] };
    }>(REQUESTS, { acting: who.id, event: event.id });
    expect(myMeetingRequests.edges.map(({ node }) => node)).toEqual([
      { state: 'PENDING', from: { id: buyer.id }, to: { id: suppliers[1]!.id } },
    ]);
  }
});
