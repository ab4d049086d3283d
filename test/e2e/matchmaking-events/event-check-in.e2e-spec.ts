import { randomUUID } from 'node:crypto';
import { Transactions } from '@app/database';
import { encodeGlobalId } from '@app/kernel';
import { ParticipantRole, readTicket, RegistrationNotices } from '@app/matchmaking-events';
import ExcelJS from 'exceljs';
import {
  anAdmission,
  aRegistration,
  registrationsOf,
  representativesOf,
} from '../../support/builders/event-registrations.js';
import { aPerson, PASSWORD, type TestPerson } from '../../support/builders/identity.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import {
  anOrganization,
  auditedAbout,
  outsidersOf,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { subscriberOf } from '../../support/subscriber.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SYNC = `mutation ($input: SyncCheckInsInput!) { result: syncCheckIns(input: $input) {
  ... on SyncCheckInsPayload { results { entryId outcome representativeId firstAt firstDevice } } } }`;
const WALK_IN = `mutation ($input: RegisterWalkInInput!) { result: registerWalkIn(input: $input) { __typename
  ... on RegisterWalkInPayload { registration { id state walkIn companyName representatives { name checkedInAt } } }
  ... on UserError { code } } }`;
const DOOR = `query ($eventId: ID!, $id: ID!) {
  eventAttendees(eventId: $eventId, first: 100) { edges { node { id name checkedInAt checkIns ticket { token qrSvg } } } }
  matchmakingEvent(id: $id) { ticketPublicKey numbers { roles { role confirmed walkIns present representatives checkedIn } } } }`;
const EXPORT = `mutation ($input: ExportEventFileInput!) { result: exportEventFile(input: $input) {
  ... on ExportEventFilePayload { fileName mediaType base64 } } }`;

interface Result {
  entryId: string;
  outcome: string;
  firstAt: string | null;
  firstDevice: string | null;
}
interface Door {
  eventAttendees: {
    edges: {
      node: {
        id: string;
        name: string;
        checkedInAt: string | null;
        checkIns: number;
        ticket: { token: string; qrSvg: string };
      };
    }[];
  };
  matchmakingEvent: { ticketPublicKey: string; numbers: { roles: object[] } };
}

interface Changed {
  eventNumbersChanged: { numbers: { roles: object[] } };
}

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

/** An event to which so many companies come with one person each. */
async function anEventWith(
  count: number,
  terms: object = {},
): Promise<{ event: TestEvent; tickets: string[]; door: Door }> {
  const event = await anEvent(app, organizer.key);
  await anAdmission(app, event.key, terms);
  for (let i = 0; i < count; i++)
    await aRegistration(app, event.key, { companyName: `来宾${i}公司`, name: `来宾${i}` });
  const door = await doorOf(event);
  return { event, door, tickets: door.eventAttendees.edges.map(({ node }) => node.ticket.token) };
}
const doorOf = (event: TestEvent) =>
  organizer.viewer.client.ok<Door>(DOOR, { eventId: event.id, id: event.id });

const noted = (ticket: string, minute: number) => ({
  entryId: randomUUID(),
  ticket,
  at: new Date(Date.UTC(2026, 0, 5, 1, minute)).toISOString(),
});
async function sync(event: TestEvent, device: string, entries: object[]): Promise<Result[]> {
  const input = { actingOrganizationId: organizer.id, eventId: event.id, device, entries };
  return (await organizer.editor.client.ok<{ result: { results: Result[] } }>(SYNC, { input })).result
    .results;
}
async function storedEntries(event: TestEvent): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ id: string }>('select id from event_check_in where event_id = $1 order by id', [event.key]);
  return rows.map(({ id }) => id);
}
const outcomes = (results: readonly Result[]) => results.map(({ outcome }) => outcome);

it('tickets are checked with the public key alone; who came is seen at the door', async () => {
  const { event, tickets, door } = await anEventWith(2);
  const [first] = door.eventAttendees.edges;
  expect(readTicket(tickets[0]!, door.matchmakingEvent.ticketPublicKey)).toMatchObject({
    eventId: event.key,
    serial: 1,
  });
  expect(first?.node.ticket.qrSvg).toContain('<svg');
  expect(outcomes(await sync(event, '北门', [noted(tickets[0]!, 0)]))).toEqual(['RECORDED']);
  const after = await doorOf(event);
  expect(after.eventAttendees.edges.map(({ node }) => node.checkIns)).toEqual([1, 0]);
  expect(after.matchmakingEvent.numbers.roles).toEqual([
    { role: 'SUPPLIER', confirmed: 2, walkIns: 0, present: 1, representatives: 2, checkedIn: 1 },
  ]);
});

it('two devices without a network: overlapping notes merge in any order, however often, none lost, nobody twice', async () => {
  const { event, tickets } = await anEventWith(30);
  const north = tickets.slice(0, 20).map((ticket, i) => noted(ticket, i));
  // Ten came to both doors; at the south door they were noted half a minute earlier or later.
  const south = tickets.slice(10).map((ticket, i) => ({
    ...noted(ticket, 10 + i),
    at: new Date(Date.UTC(2026, 0, 5, 1, 10 + i) + (i % 2 ? 30_000 : -30_000)).toISOString(),
  }));
  await Promise.all([
    sync(event, '北门', north.slice(0, 12)),
    sync(event, '南门', south.slice().reverse()),
    sync(event, '北门', north),
    sync(event, '南门', south.slice(5)),
  ]);
  const [seenNorth, seenSouth] = [await sync(event, '北门', north), await sync(event, '南门', south)];
  expect(await storedEntries(event)).toEqual([...north, ...south].map(({ entryId }) => entryId).sort());
  // Of the ten who were noted twice the earlier entry counts, whichever device sent first.
  expect(outcomes(seenNorth).slice(0, 10)).toEqual(Array<string>(10).fill('RECORDED'));
  expect(outcomes(seenNorth).slice(10)).toEqual(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? 'RECORDED' : 'DUPLICATE')),
  );
  expect(outcomes(seenSouth).slice(0, 10)).toEqual(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? 'DUPLICATE' : 'RECORDED')),
  );
  expect(seenNorth[10]).toMatchObject({ firstDevice: '南门', firstAt: south[0]!.at });
  const { roles } = (await doorOf(event)).matchmakingEvent.numbers;
  expect(roles).toMatchObject([{ representatives: 30, checkedIn: 30, present: 30 }]);
});

it('no ticket, another event’s, one that has passed on, and one without a place are refused, and nothing is kept', async () => {
  const { event, tickets } = await anEventWith(2);
  const other = await anEventWith(1);
  const [first, second] = await registrationsOf(app, event.key);
  await app
    .get(Transactions)
    .query('update event_representative set ticket_serial = 2 where registration_id = $1', [first!.id]);
  await app
    .get(Transactions)
    .query(`update event_registration set state = 'WITHDRAWN' where id = $1`, [second!.id]);
  const byKey = await Promise.all(
    [first!, second!].map(async ({ id }) => (await representativesOf(app, id))[0]!.id),
  );
  const ticketOf = (key: string) =>
    tickets.find((token) =>
      Buffer.from(token.split('.')[1]!, 'base64url').toString('hex').includes(key.replaceAll('-', '')),
    )!;
  const entries = ['LQT1.x.y', other.tickets[0]!, ticketOf(byKey[0]!), ticketOf(byKey[1]!)].map((ticket) =>
    noted(ticket, 1),
  );
  expect(outcomes(await sync(event, '北门', entries))).toEqual([
    'NOT_A_TICKET',
    'NOT_A_TICKET',
    'PASSED_ON',
    'NOT_CONFIRMED',
  ]);
  expect(await storedEntries(event)).toEqual([]);
  // Who has lost the phone is found by name.
  const tapped = {
    entryId: randomUUID(),
    representativeId: encodeGlobalId('EventRepresentative', byKey[0]!),
    at: new Date().toISOString(),
  };
  expect(outcomes(await sync(event, '北门', [tapped]))).toEqual(['RECORDED']);
});

it('a clock that is ahead counts as now', async () => {
  const { event, tickets } = await anEventWith(1);
  const [result] = await sync(event, '北门', [{ ...noted(tickets[0]!, 0), at: '2099-01-01T00:00:00Z' }]);
  expect(Date.parse(result!.firstAt!)).toBeLessThanOrEqual(Date.now());
});

describe('a visitor who belongs to no organization', () => {
  const STEP = '__typename ... on UserError { code }';
  const VISIT = `mutation ($input: RegisterAsVisitorInput!) { result: registerAsVisitor(input: $input) { ${STEP}
    ... on RegisterAsVisitorPayload { registration { id role state companyName organization { id } } } } }`;
  const WITHDRAW = `mutation ($input: WithdrawFromEventInput!) { result: withdrawFromEvent(input: $input) { ${STEP}
    ... on WithdrawFromEventPayload { registration { state } } } }`;
  const ACCEPT = `mutation ($input: AcceptEventPlaceInput!) { result: acceptEventPlace(input: $input) { ${STEP}
    ... on AcceptEventPlacePayload { registration { state } } } }`;
  const MINE = `query ($eventId: ID) { myEventVisits(eventId: $eventId, first: 10) { edges { node {
    id state placeInLine representatives { name jobTitle ticket { token } } } } } }`;
  const ONE = 'query ($id: ID!) { node(id: $id) { id } }';
  interface Visited {
    result: { code?: string; registration: { id: string; state: string } };
  }
  interface Visits {
    myEventVisits: {
      edges: {
        node: {
          state: string;
          placeInLine: number | null;
          representatives: { name: string; ticket: { token: string } | null }[];
        };
      }[];
    };
  }
  const visit = async (person: TestPerson, event: TestEvent, more: object = {}) =>
    (await person.client.ok<Visited>(VISIT, { input: { eventId: event.id, ...more } })).result;
  const visitsOf = async (person: TestPerson, event: TestEvent) =>
    (await person.client.ok<Visits>(MINE, { eventId: event.id })).myEventVisits.edges.map(({ node }) => node);
  const anEventForVisitors = async (terms: object = {}) => {
    const event = await anEvent(app, organizer.key);
    await anAdmission(app, event.key, { role: ParticipantRole.VISITOR, ...terms });
    return event;
  };

  it('registers once, is told, shows the ticket at the door and stands in the list', async () => {
    const event = await anEventForVisitors();
    const person = await aPerson(app, { name: '顾清' });
    const wish = { companyName: '路过研究所', jobTitle: '研究员' };
    const both = await Promise.all([visit(person, event, wish), visit(person, event, wish)]);
    expect(both.map(({ code }) => code ?? 'TAKEN').sort()).toEqual(['ALREADY_REGISTERED', 'TAKEN']);
    expect(both.find(({ code }) => !code)).toMatchObject({
      registration: { role: 'VISITOR', state: 'CONFIRMED', companyName: '路过研究所', organization: null },
    });
    const [own, ...more] = await visitsOf(person, event);
    expect(more).toEqual([]);
    expect(own?.representatives).toMatchObject([{ name: '顾清', jobTitle: '研究员' }]);
    await carry(app, RegistrationNotices);
    expect((await notificationsOf(person.client)).map(({ code }) => code)).toEqual([
      'NOTICE_EVENT_REGISTRATION_CONFIRMED',
    ]);
    expect(outcomes(await sync(event, '北门', [noted(own!.representatives[0]!.ticket!.token, 0)]))).toEqual([
      'RECORDED',
    ]);
    const door = await doorOf(event);
    expect(door.eventAttendees.edges).toMatchObject([{ node: { name: '顾清', checkIns: 1 } }]);
    expect(door.matchmakingEvent.numbers.roles).toMatchObject([
      { role: 'VISITOR', confirmed: 1, representatives: 1, checkedIn: 1 },
    ]);
  });

  it('is not admitted where visitors are not, nor where registration is not open', async () => {
    const { event: forSuppliers } = await anEventWith(0);
    const closed = await anEvent(app, organizer.key);
    const person = await aPerson(app);
    expect((await visit(person, forSuppliers)).code).toBe('ROLE_NOT_ADMITTED');
    expect((await visit(person, closed)).code).toBe('REGISTRATION_NOT_OPEN');
    expect(await visitsOf(person, forSuppliers)).toEqual([]);
  });

  it('waits in line like everybody, takes the place that another gave back, and is nobody else’s business', async () => {
    const event = await anEventForVisitors({ capacity: 1 });
    const [first, second] = [await aPerson(app), await aPerson(app)];
    const { registration } = await visit(first, event);
    const waiting = (await visit(second, event)).registration;
    expect(await visitsOf(second, event)).toMatchObject([
      { state: 'WAITLISTED', placeInLine: 1, representatives: [{ ticket: null }] },
    ]);
    const step = { input: { registrationId: registration.id } };
    const rival = await anOrganization(app);
    for (const stranger of [second, rival.owner]) {
      expect(await stranger.client.ok(ONE, { id: registration.id })).toEqual({ node: null });
      expect((await stranger.client.refused(WITHDRAW, step)).extensions.code).toBe('NOT_FOUND');
    }
    expect((await organizer.editor.client.refused(WITHDRAW, step)).extensions.code).toBe('FORBIDDEN');
    expect((await first.client.ok<Visited>(WITHDRAW, step)).result.registration.state).toBe('WITHDRAWN');
    expect(await visitsOf(second, event)).toMatchObject([{ state: 'OFFERED' }]);
    const accepted = await second.client.ok<Visited>(ACCEPT, { input: { registrationId: waiting.id } });
    expect(accepted.result.registration.state).toBe('CONFIRMED');
  });

  it('leaves the place to the next when the account is erased', async () => {
    const event = await anEventForVisitors({ capacity: 1 });
    const [first, second] = [await aPerson(app), await aPerson(app)];
    await visit(first, event, { companyName: '旧单位' });
    await visit(second, event);
    const ERASE = `mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { __typename } }`;
    await first.client.ok(ERASE, { input: { currentPassword: PASSWORD } });
    expect(await registrationsOf(app, event.key)).toMatchObject([
      { state: 'WITHDRAWN', visitorId: null, companyName: null, registeredBy: null },
      { state: 'OFFERED', visitorId: second.user.id },
    ]);
  });
});

it('walk-ins are registered, confirmed and seen at once; a retry is once, a full house says so', async () => {
  const { event } = await anEventWith(1, { capacity: 2 });
  const walkIn = (more: object) =>
    organizer.editor.client.ok<{
      result: { code?: string; registration: { representatives: { checkedInAt: string | null }[] } };
    }>(WALK_IN, {
      input: {
        actingOrganizationId: organizer.id,
        eventId: event.id,
        role: 'SUPPLIER',
        companyName: '路过机械',
        name: '孙七',
        device: '北门',
        ...more,
      },
    });
  const first = await walkIn({ clientMutationId: 'w1' });
  expect(first.result).toMatchObject({
    registration: { state: 'CONFIRMED', walkIn: true, companyName: '路过机械' },
  });
  expect(first.result.registration.representatives).toMatchObject([{ checkedInAt: expect.any(String) }]);
  expect(await walkIn({ clientMutationId: 'w1' })).toEqual(first);
  expect((await walkIn({})).result.code).toBe('EVENT_FULL');
  await walkIn({ evenIfFull: true });
  expect((await doorOf(event)).matchmakingEvent.numbers.roles).toMatchObject([
    { confirmed: 3, walkIns: 2, present: 2 },
  ]);
});

it('only organizers keep the door, and see the numbers', async () => {
  const { event, tickets } = await anEventWith(1);
  const input = {
    actingOrganizationId: organizer.id,
    eventId: event.id,
    device: '后门',
    entries: [noted(tickets[0]!, 0)],
  };
  for (const { client, told } of await outsidersOf(app, organizer))
    expect((await client.refused(SYNC, { input })).extensions.code).toBe(told);
  expect(await storedEntries(event)).toEqual([]);
  const query = 'query ($id: ID!) { matchmakingEvent(id: $id) { numbers { countedAt } } }';
  expect(await app.asGuest().ok(query, { id: event.id })).toEqual({ matchmakingEvent: { numbers: null } });
});

it('organizers see over a socket the numbers at once and how they change, counted anew each time; others may not watch', async () => {
  const { event } = await anEventWith(1);
  const query = `subscription { eventNumbersChanged(eventId: "${event.id}") { numbers { roles { confirmed checkedIn } } } }`;
  const client = subscriberOf(app, organizer.viewer.token);
  const stranger = subscriberOf(app, (await anOrganization(app)).viewer.token);
  const answers = client.iterate<Changed>({ query });
  const rolesNow = async () =>
    ((await answers.next()).value as { data: Changed }).data.eventNumbersChanged.numbers.roles;
  try {
    expect(await rolesNow()).toEqual([{ confirmed: 1, checkedIn: 0 }]);
    const [present] = (await doorOf(event)).eventAttendees.edges;
    await aRegistration(app, event.key, { companyName: '后到的公司' });
    await sync(event, '北门', [noted(present!.node.ticket.token, 0)]);
    let roles = await rolesNow();
    while (JSON.stringify(roles) !== '[{"confirmed":2,"checkedIn":1}]') roles = await rolesNow();
    const { value } = await stranger.iterate({ query }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  } finally {
    await client.dispose();
    await stranger.dispose();
  }
}, 60_000);

it('lists and badges leave as XLSX and PDF, and each time is logged', async () => {
  const { event, tickets } = await anEventWith(12);
  await sync(event, '北门', [noted(tickets[0]!, 0)]);
  const file = async (kind: string) => {
    const input = { actingOrganizationId: organizer.id, eventId: event.id, kind };
    const { result } = await organizer.editor.client.ok<{ result: { fileName: string; base64: string } }>(
      EXPORT,
      { input },
    );
    return { ...result, bytes: Buffer.from(result.base64, 'base64') };
  };
  const attendance = await file('ATTENDANCE_XLSX');
  expect(attendance.fileName).toBe(`${event.title}-参会名单.xlsx`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(attendance.bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(13);
  expect(sheet.getRow(1).values).toContain('签到时间');
  for (const kind of ['ATTENDANCE_PDF', 'BADGES_PDF']) {
    const { bytes } = await file(kind);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // The font travels along, with the characters used and no more.
    expect(bytes.includes('/FontFile3')).toBe(true);
    expect(bytes.length).toBeLessThan(400_000);
  }
  expect(await auditedAbout(app, event.key)).toEqual([
    'EXPORTED_ATTENDANCE_XLSX',
    'EXPORTED_ATTENDANCE_PDF',
    'EXPORTED_BADGES_PDF',
  ]);
  const input = { actingOrganizationId: organizer.id, eventId: event.id, kind: 'BADGES_PDF' };
  expect((await organizer.viewer.client.refused(EXPORT, { input })).extensions.code).toBe('FORBIDDEN');
});
