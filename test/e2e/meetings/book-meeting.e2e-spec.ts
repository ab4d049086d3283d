import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { MeetingState } from '@app/meetings';
import { aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent, storedEvent } from '../../support/builders/matchmaking-events.js';
import { aMeeting, aMeetingGrid, aMeetingRequest, storedMeeting } from '../../support/builders/meetings.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const named = (verb: string, more: string, others = '') => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } ${others} } }`;
const MEETING = 'id state slot { id } table { label } buyer { name } supplier { name } cancellationReason';
const GRID = named(
  'SetMeetingGrid',
  'event { meetingSlots { id startsAt } meetingTables { label } }',
  '... on MeetingGridInUseError { provisionalOnly }',
);
const REQUEST = named('RequestMeeting', 'request { id state slot { id } }');
const ACCEPT = named('AcceptMeetingRequest', `meeting { ${MEETING} }`);
const DECLINE = named('DeclineMeetingRequest', 'request { id state }');
const PROPOSE = named('ProposeMeetingTime', 'request { id state slot { id } meeting { id } }');
const TIMES = `query ($meeting: ID!) { meetingTimes(meetingId: $meeting) { id } }`;
const RESCHEDULE = named('RescheduleMeeting', `meeting { ${MEETING} }`);
const SWAP = named('SwapMeetings', `meeting { ${MEETING} } other { ${MEETING} }`);
const CANCEL = named('CancelMeeting', `meeting { ${MEETING} }`);
const MINE = `query ($acting: ID!, $event: ID!) {
  myMeetings(actingOrganizationId: $acting, eventId: $event, first: 10) { edges { node { ${MEETING} } } } }`;

interface ShownMeeting {
  id: string;
  state: string;
  slot: { id: string };
  table: { label: string };
  cancellationReason: string | null;
}
interface Result {
  code?: string;
  provisionalOnly?: boolean;
  request: { id: string; state: string };
  meeting: ShownMeeting;
  other: ShownMeeting;
  event: { meetingSlots: { id: string }[]; meetingTables: { label: string }[] };
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

/** An event with the buyer and both suppliers, three slots and so many tables. */
async function aMeetingEvent(tables = 2) {
  const event = await anEvent(app, organizer.key);
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
  });
  const selling = [
    await aRegistration(app, event.key, { organizationId: suppliers[0]!.key }),
    await aRegistration(app, event.key, { organizationId: suppliers[1]!.key }),
  ];
  return { event, buying, selling, grid: await aMeetingGrid(app, event.key, { slots: 3, tables }) };
}

function meetingsIn(eventKey: string): Promise<{ n: number }[]> {
  return app
    .get(Transactions)
    .query('select count(*)::int as n from meeting where event_id = $1', [eventKey]);
}

it('organizers set slots and tables, keep those that are named again, and cannot take away what is used', async () => {
  const { event, buying, selling, grid } = await aMeetingEvent(1);
  const { startsAt } = await storedEvent(app, event.key);
  const span = (i: number) => ({
    startsAt: new Date(+startsAt + i * 240_000).toISOString(),
    endsAt: new Date(+startsAt + (i + 1) * 240_000).toISOString(),
  });
  const set = (slots: number[], tables: string[], discardProvisional = false) =>
    run(organizer, GRID, { eventId: event.id, slots: slots.map(span), tables, discardProvisional });
  const { event: shown } = await set([0, 1, 5], ['T1', '贵宾桌']);
  expect(shown.meetingSlots.map(({ id }) => id).slice(0, 2)).toEqual(grid.slotIds.slice(0, 2));
  expect(shown.meetingTables.map(({ label }) => label)).toEqual(['T1', '贵宾桌']);
  await aMeeting(app, { buyer: buying, supplier: selling[0]!, slot: grid.slots[0]!, table: grid.tables[0]! });
  expect((await set([1], ['T1'])).code).toBe('MEETING_GRID_IN_USE');
  expect((await set([0], [])).code).toBe('MEETING_GRID_IN_USE');
  // Meetings of which somebody was told are in the way, whatever is discarded.
  const inUse = await set([1], ['T1'], true);
  expect(inUse).toMatchObject({ code: 'MEETING_GRID_IN_USE', provisionalOnly: false });
  const provisional = { state: MeetingState.PROVISIONAL };
  const planned = (slot: number) => ({ slot: grid.slots[slot]!, table: grid.tables[0]! });
  const going = await aMeeting(app, { buyer: buying, supplier: selling[1]!, ...planned(1) }, provisional);
  expect(await set([0], ['T1'])).toMatchObject({ code: 'MEETING_GRID_PLANNED', provisionalOnly: true });
  expect(await meetingsIn(event.key)).toEqual([{ n: 2 }]);
  const { event: smaller } = await set([0], ['T1'], true);
  expect(smaller.meetingSlots.map(({ id }) => id)).toEqual([grid.slotIds[0]]);
  expect(await meetingsIn(event.key)).toEqual([{ n: 1 }]);
  await expect(storedMeeting(app, going.key)).rejects.toThrow();
  const refused = await organizer.editor.client.refused(GRID, {
    input: { actingOrganizationId: organizer.id, eventId: event.id, slots: [span(-1)], tables: [] },
  });
  expect(refused.extensions.reason ?? refused.extensions.code).toBe('MEETING_SLOT_OUTSIDE_EVENT');
});

it('one side asks, the other agrees, and both see the meeting; a request asked for twice is one', async () => {
  const { event, grid } = await aMeetingEvent();
  const wish = {
    eventId: event.id,
    withOrganizationId: suppliers[0]!.id,
    slotId: grid.slotIds[1],
    clientMutationId: `m-${event.key}`,
  };
  const { request } = await run(buyer, REQUEST, wish);
  expect((await run(buyer, REQUEST, wish)).request.id).toBe(request.id);
  expect(await meetingsIn(event.key)).toEqual([{ n: 0 }]);
  const { meeting } = await run(suppliers[0]!, ACCEPT, { requestId: request.id });
  expect(meeting).toMatchObject({
    state: 'PUBLISHED',
    slot: { id: grid.slotIds[1] },
    table: { label: 'T1' },
  });
  expect((await run(suppliers[0]!, ACCEPT, { requestId: request.id })).code).toBe('MEETING_REQUEST_STATE');
  for (const who of [buyer, suppliers[0]!]) {
    const mine = await who.viewer.client.ok<{ myMeetings: { edges: { node: ShownMeeting }[] } }>(MINE, {
      acting: who.id,
      event: event.id,
    });
    expect(mine.myMeetings.edges.map(({ node }) => node.id)).toEqual([meeting.id]);
  }
});

it('a taken seat, a full hall and a second meeting of the pair are told, and nothing is booked', async () => {
  const { event, buying, selling, grid } = await aMeetingEvent(1);
  const [slot0, slot1] = grid.slots;
  await aMeeting(app, { buyer: buying, supplier: selling[0]!, slot: slot0!, table: grid.tables[0]! });
  const accept = async (from: number, slot: string) => {
    const request = await aMeetingRequest(app, { from: selling[from]!, to: buying, slot });
    return (await run(buyer, ACCEPT, { requestId: request.id })).code;
  };
  expect(await accept(1, slot0!)).toBe('NO_TABLE_FREE');
  expect(await accept(0, slot1!)).toBe('ALREADY_MEETING');
  await app
    .get(Transactions)
    .query(`insert into meeting_table (id, event_id, label) values (gen_random_uuid(), $1, 'T9')`, [
      event.key,
    ]);
  expect(await accept(1, slot0!)).toBe('MEETING_SEAT_TAKEN');
  expect(await meetingsIn(event.key)).toEqual([{ n: 1 }]);
});

it('a request that is over or declined becomes no meeting', async () => {
  const { event, buying, selling, grid } = await aMeetingEvent();
  const over = { expiresAt: new Date(Date.now() - 1000) };
  const expired = await aMeetingRequest(app, { from: buying, to: selling[0]!, slot: grid.slots[0]! }, over);
  expect((await run(suppliers[0]!, ACCEPT, { requestId: expired.id })).code).toBe('MEETING_REQUEST_STATE');
  const declined = await aMeetingRequest(app, { from: buying, to: selling[0]!, slot: grid.slots[0]! });
  for (const _time of [1, 2])
    expect((await run(suppliers[0]!, DECLINE, { requestId: declined.id })).request.state).toBe('DECLINED');
  expect((await run(suppliers[0]!, ACCEPT, { requestId: declined.id })).code).toBe('MEETING_REQUEST_STATE');
  expect(await meetingsIn(event.key)).toEqual([{ n: 0 }]);
});

it('who is not at the event, or on the same side, cannot be asked', async () => {
  const { event, grid } = await aMeetingEvent();
  const stranger = await anOrganization(app);
  const ask = (who: TestOrganization, whom: TestOrganization) =>
    run(who, REQUEST, { eventId: event.id, withOrganizationId: whom.id, slotId: grid.slotIds[0] });
  expect((await ask(buyer, stranger)).code).toBe('NOT_AT_EVENT');
  expect((await ask(suppliers[0]!, suppliers[1]!)).code).toBe('NOT_AT_EVENT');
  const refused = await stranger.editor.client.refused(REQUEST, {
    input: {
      actingOrganizationId: stranger.id,
      eventId: event.id,
      withOrganizationId: buyer.id,
      slotId: grid.slotIds[0],
    },
  });
  expect(refused.extensions.code).toBe('NOT_FOUND');
});

it('meetings move to a free slot, change places, and are called off once; their seats become free', async () => {
  const { event, buying, selling, grid } = await aMeetingEvent(1);
  const at = (i: number, supplier: number, table = 0) =>
    aMeeting(app, {
      buyer: buying,
      supplier: selling[supplier]!,
      slot: grid.slots[i]!,
      table: grid.tables[table]!,
    });
  const [one, two] = [await at(0, 0), await at(1, 1)];
  const moved = await run(organizer, RESCHEDULE, { meetingId: one.id, slotId: grid.slotIds[2] });
  expect(moved.meeting.slot.id).toBe(grid.slotIds[2]);
  expect((await run(organizer, RESCHEDULE, { meetingId: one.id, slotId: grid.slotIds[1] })).code).toBe(
    'NO_TABLE_FREE',
  );
  const swapped = await run(organizer, SWAP, { meetingId: one.id, otherMeetingId: two.id });
  expect([swapped.meeting.slot.id, swapped.other.slot.id]).toEqual([grid.slotIds[1], grid.slotIds[2]]);
  for (const reason of ['展台撤了', '第二次'])
    expect((await run(suppliers[0]!, CANCEL, { meetingId: one.id, reason })).meeting).toMatchObject({
      state: 'CANCELLED',
      cancellationReason: '展台撤了',
    });
  expect((await run(organizer, RESCHEDULE, { meetingId: one.id, slotId: grid.slotIds[0] })).code).toBe(
    'MEETING_STATE',
  );
  expect(
    (await run(organizer, RESCHEDULE, { meetingId: two.id, slotId: grid.slotIds[1] })).meeting.slot.id,
  ).toBe(grid.slotIds[1]);
  expect(await meetingsIn(event.key)).toEqual([{ n: 2 }]);
});

it('one side proposes another time, the meeting stays, and moves once the other agrees', async () => {
  const { event, buying, selling, grid } = await aMeetingEvent(1);
  const [slot0, , slot2] = grid.slots as [string, string, string];
  const place = { slot: slot0, table: grid.tables[0]! };
  const meeting = await aMeeting(app, { buyer: buying, supplier: selling[0]!, ...place });
  const times = async (who: TestOrganization) =>
    (
      await who.viewer.client.ok<{ meetingTimes: { id: string }[] }>(TIMES, { meeting: meeting.id })
    ).meetingTimes.map(({ id }) => id);
  expect(await times(buyer)).toEqual(grid.slotIds.slice(1));
  const propose = (who: TestOrganization, slot: number, more: object = {}) =>
    run(who, PROPOSE, { meetingId: meeting.id, slotId: grid.slotIds[slot], ...more });

  const key = { clientMutationId: `p-${event.key}` };
  const first = await propose(buyer, 1, key);
  expect(first.request).toMatchObject({ state: 'PENDING', meeting: { id: meeting.id } });
  expect((await propose(buyer, 1, key)).request.id).toBe(first.request.id);
  const second = await propose(buyer, 2);
  expect((await storedMeeting(app, meeting.key)).slotId).toBe(slot0);
  const { client } = buyer.editor;
  const input = { actingOrganizationId: buyer.id, requestId: second.request.id };
  expect((await client.refused(ACCEPT, { input })).extensions.code).toBe('FORBIDDEN');
  // The later proposal has taken the place of the first.
  const accept = (request: { id: string }) => run(suppliers[0]!, ACCEPT, { requestId: request.id });
  expect((await accept(first.request)).code).toBe('MEETING_REQUEST_STATE');

  // What two others book meanwhile is no time any more, and whoever accepts it is told.
  const other = { buyer: buying, supplier: selling[1]!, slot: slot2, table: grid.tables[0]! };
  const taken = await aMeeting(app, other);
  expect(await times(suppliers[0]!)).toEqual([grid.slotIds[1]]);
  expect((await accept(second.request)).code).toBe('NO_TABLE_FREE');
  await run(organizer, CANCEL, { meetingId: taken.id });
  const { meeting: moved } = await accept(second.request);
  expect(moved).toMatchObject({ id: meeting.id, state: 'PUBLISHED', slot: { id: grid.slotIds[2] } });
  const same = { actingOrganizationId: buyer.id, meetingId: meeting.id, slotId: grid.slotIds[2] };
  expect((await client.refused(PROPOSE, { input: same })).extensions.reason).toBe('MEETING_SAME_SLOT');
  const [back] = await Promise.all([propose(suppliers[0]!, 0), propose(buyer, 1)]);
  expect((await run(buyer, DECLINE, { requestId: back.request.id })).request.state).toBe('DECLINED');
  expect((await storedMeeting(app, meeting.key)).slotId).toBe(slot2);
});

it('a locked or cancelled meeting is proposed no other time', async () => {
  const { buying, selling, grid } = await aMeetingEvent();
  const place = { buyer: buying, supplier: selling[0]!, slot: grid.slots[0]!, table: grid.tables[0]! };
  const meeting = await aMeeting(app, place);
  const wish = { meetingId: meeting.id, slotId: grid.slotIds[1] };
  const { request } = await run(buyer, PROPOSE, wish);
  await app.get(Transactions).query('update meeting set locked = true where id = $1', [meeting.key]);
  expect((await run(buyer, PROPOSE, wish)).code).toBe('MEETING_STATE');
  expect((await run(suppliers[0]!, ACCEPT, { requestId: request.id })).code).toBe('MEETING_STATE');
  expect((await storedMeeting(app, meeting.key)).slotId).toBe(grid.slots[0]);
});

it('what the organizers have locked stays, and neither side moves a meeting without asking the other', async () => {
  const { buying, selling, grid } = await aMeetingEvent();
  const place = { buyer: buying, supplier: selling[0]!, slot: grid.slots[0]!, table: grid.tables[0]! };
  const meeting = await aMeeting(app, place, { locked: true });
  expect((await run(organizer, RESCHEDULE, { meetingId: meeting.id, slotId: grid.slotIds[1] })).code).toBe(
    'MEETING_STATE',
  );
  for (const side of [buyer, suppliers[0]!]) {
    const input = { actingOrganizationId: side.id, meetingId: meeting.id, slotId: grid.slotIds[1] };
    const refused = await side.editor.client.refused(RESCHEDULE, { input });
    expect(refused.extensions.code).toBe('FORBIDDEN');
  }
  expect((await storedMeeting(app, meeting.key)).slotId).toBe(grid.slots[0]);
});
