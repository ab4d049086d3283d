import { Transactions } from '@app/database';
import { EventNotices, ParticipantRole, PersonalCalendarRegistry } from '@app/matchmaking-events';
import { MeetingNotices, MeetingOrigin, MeetingState } from '@app/meetings';
import { aColleague, aRegistration } from '../../support/builders/event-registrations.js';
import {
  anEvent,
  aSchedule,
  storedEvent,
  type TestEvent,
} from '../../support/builders/matchmaking-events.js';
import { aMeeting, aMeetingGrid, aMeetingRequest, storedMeeting } from '../../support/builders/meetings.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, eventsAbout, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const STAND_IN = `mutation ($input: NameMeetingStandInInput!) { result: nameMeetingStandIn(input: $input) {
  __typename ... on UserError { code }
  ... on NameMeetingStandInPayload { meeting { version buyerPerson { id name } supplierPerson { id name } } } } }`;
const UPDATE = `mutation ($input: UpdateMatchmakingEventInput!) { result: updateMatchmakingEvent(input: $input) {
  __typename ... on UserError { code } ... on EventMeetingsOutsideError { slots meetings }
  ... on UpdateMatchmakingEventPayload { event { version meetingSlots { startsAt } } } } }`;
const GRID = `mutation ($input: SetMeetingGridInput!) { result: setMeetingGrid(input: $input) {
  __typename ... on UserError { code } } }`;
const REQUESTS = `query ($acting: ID!, $event: ID!) {
  myMeetingRequests(actingOrganizationId: $acting, eventId: $event, first: 10) {
    edges { node { state from { id } to { id } } } } }`;

interface Person {
  id: string;
  name: string;
}
interface Result {
  __typename: string;
  code?: string;
  slots?: number;
  meetings?: number;
  event: { version: number; meetingSlots: { startsAt: string }[] };
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
  const calendars = app.get(PersonalCalendarRegistry);
  const [left, came] = [
    await calendars.findEntries(buyer.viewer.user.id),
    await calendars.findEntries(buyer.editor.user.id),
  ];
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

describe('a moved event', () => {
  const day = 86_400_000;
  const move = (event: TestEvent, schedule: object, more: object = {}) =>
    run(organizer, UPDATE, { eventId: event.id, expectedVersion: 1, schedule, ...more });
  const startOf = async (slot: string) => {
    const [row] = await app
      .get(Transactions)
      .query<{ at: Date }>('select starts_at as at from meeting_slot where id = $1', [slot]);
    return +row!.at;
  };
  /** Ends before the second slot does. */
  const shortened = { ...aSchedule(20), ends: `${aSchedule(20).starts.slice(0, 10)}T09:05` };

  it('takes its slots and meetings along, and everybody registered is told once', async () => {
    const { event, at, meeting } = await aStaffedEvent();
    const [first, second] = [await startOf(at(0).slot), await startOf(at(1).slot)];
    const { starts } = aSchedule(21);
    // By four minutes, so that the first slot comes to lie where the second one was.
    const later = { ...aSchedule(21), starts: starts.replace('09:00', '09:04') };
    const { event: moved } = await move(event, later);
    expect(moved.meetingSlots).toHaveLength(2);
    expect(await startOf(at(0).slot)).toBe(first + day + 240_000);
    expect(await startOf(at(1).slot)).toBe(second + day + 240_000);
    expect(await storedMeeting(app, meeting.key)).toMatchObject({ slotId: at(0).slot, state: 'PUBLISHED' });
    expect(await eventsAbout(app, meeting.key)).toEqual([]);
    await carry(app, EventNotices);
    await carry(app, MeetingNotices);
    const told = (await notificationsOf(buyer.editor.client)).filter(({ targetId }) => targetId === event.id);
    expect(told.map(({ code }) => code)).toEqual(['NOTICE_EVENT_MOVED']);
  });

  it('moved by less than a slot takes its slots along, too, and leaves them when that is said', async () => {
    const { event, at } = await aStaffedEvent();
    const first = await startOf(at(0).slot);
    const { starts } = aSchedule(20);
    await move(event, { ...aSchedule(20), starts: starts.replace('09:00', '09:04') });
    expect(await startOf(at(0).slot)).toBe(first + 240_000);
    const back = { expectedVersion: 2, meetingsFollow: false };
    await move(event, { ...aSchedule(20), starts: starts.replace('09:00', '08:30') }, back);
    expect(await startOf(at(0).slot)).toBe(first + 240_000);
  });

  it('tells the new end when only that has changed, and nobody when that is wished', async () => {
    const { event } = await aStaffedEvent();
    const longer = { ...aSchedule(20), ends: aSchedule(20).ends.replace('17:00', '18:30') };
    await move(event, longer, { notify: false });
    expect(await eventsAbout(app, event.key)).toEqual(['MatchmakingEventChanged']);
    await move(event, { ...longer, ends: longer.ends.replace('18:30', '19:45') }, { expectedVersion: 2 });
    await carry(app, EventNotices);
    const told = (await notificationsOf(buyer.editor.client)).filter(({ targetId }) => targetId === event.id);
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('19:45')]);
  });

  it('says what would be cancelled and changes nothing; once confirmed, both sides are told and the grid can be set', async () => {
    const { event, buying, selling, at, meeting } = await aStaffedEvent();
    const late = await aMeeting(app, { buyer: buying, supplier: selling[1], ...at(1) });
    expect(await move(event, shortened)).toMatchObject({
      code: 'EVENT_MEETINGS_OUTSIDE',
      slots: 1,
      meetings: 1,
    });
    expect(await storedEvent(app, event.key)).toMatchObject({ version: 1 });
    expect(await storedMeeting(app, late.key)).toMatchObject({ state: 'PUBLISHED' });
    const { event: moved } = await move(event, shortened, { cancelMeetingsOutside: true });
    expect(moved.meetingSlots).toHaveLength(1);
    expect(await storedMeeting(app, late.key)).toMatchObject({ state: 'CANCELLED' });
    expect(await storedMeeting(app, meeting.key)).toMatchObject({ state: 'PUBLISHED' });
    expect(await eventsAbout(app, late.key)).toEqual(['MeetingCancelled']);
    expect(await seatsOf(late.key)).toEqual([]);
    const slots = moved.meetingSlots.map(({ startsAt }) => ({
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 240_000).toISOString(),
    }));
    const set = await run(organizer, GRID, { eventId: event.id, slots, tables: ['T1', 'T2'] });
    expect(set.__typename).toBe('SetMeetingGridPayload');
  });

  it('is moved once by two organizers at once', async () => {
    const { event, at } = await aStaffedEvent();
    const first = await startOf(at(0).slot);
    const both = await Promise.all([21, 22].map((days) => move(event, aSchedule(days))));
    expect(both.map(({ code }) => code ?? 'MOVED').sort()).toEqual(['EVENT_CHANGED_MEANWHILE', 'MOVED']);
    const { startsAt } = await storedEvent(app, event.key);
    expect([first + day, first + 2 * day]).toContain(+startsAt);
    expect(await startOf(at(0).slot)).toBe(+startsAt);
  });
});
