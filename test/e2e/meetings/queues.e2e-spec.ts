import { Transactions } from '@app/database';
import { EventTicketKey, newTicketKey, ParticipantRole, writeTicket } from '@app/matchmaking-events';
import { QueueNotices } from '@app/meetings';
import {
  aRegistration,
  registrationId,
  representativesOf,
} from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aQueueNumber, aQueueTable, storedNumbers } from '../../support/builders/queues.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const named = (verb: string, more: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } } }`;
const NUMBER = 'number { id number state calls ahead expectedWaitMinutes }';
const OPEN = named('OpenQueueTable', 'queueTable { id label open minutesEach lastNumber host { id } }');
const CLOSE = `mutation ($input: CloseQueueTableInput!) {
  result: closeQueueTable(input: $input) { queueTable { id open } } }`;
const DRAW = named('DrawQueueNumber', NUMBER);
const DRAW_FOR = named('DrawQueueNumberFor', `number { number participantName }`);
const GIVE_BACK = named('GiveBackQueueNumber', NUMBER);
const NEXT = named('CallNextQueueNumber', NUMBER);
const RECALL = named('RecallQueueNumber', NUMBER);
const FINISH = named('FinishQueueNumber', NUMBER);
const TABLES = `query ($acting: ID!, $event: ID!) { queueTables(actingOrganizationId: $acting, eventId: $event) {
  label calledNumber waiting lastNumber expectedWaitMinutes host { name } } }`;
const LINE = `query ($table: ID!) { queueNumbers(queueTableId: $table, first: 50) { edges { node {
  number state ahead expectedWaitMinutes participant { name } queueTable { label } } } } }`;

interface Result {
  code?: string;
  queueTable: { id: string; open: boolean; minutesEach: number; lastNumber: number };
  number: { id: string; number: number; state: string; calls: number; ahead: number | null };
}

const WAITING_HOUSES = 4;
let app: TestApp;
let organizer: TestOrganization;
let host: TestOrganization;
let suppliers: TestOrganization[];
let fairs = 0;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  host = await anOrganization(app);
  suppliers = [];
  for (let i = 0; i < WAITING_HOUSES; i++) suppliers.push(await anOrganization(app));
}, 60_000);
afterAll(() => app.close());

async function run(who: TestOrganization, mutation: string, input: object): Promise<Result> {
  const acting = { actingOrganizationId: who.id, ...input };
  return (await who.editor.client.ok<{ result: Result }>(mutation, { input: acting })).result;
}

/** An event with a buyer's queue table and suppliers who may draw there. */
async function aFair() {
  const event = await anEvent(app, organizer.key, { title: `叫号对接会 ${fairs++}` });
  const hosting = await aRegistration(app, event.key, {
    organizationId: host.key,
    role: ParticipantRole.BUYER,
  });
  const waiting: string[] = [];
  for (const { key } of suppliers) waiting.push(await aRegistration(app, event.key, { organizationId: key }));
  const place = await aQueueTable(app, { event: event.key, host: hosting }, { label: 'A1' });
  return { event, hosting, waiting, place, at: { queueTableId: place.id } };
}

it('organizers open a table, the same label again is the same table, and a closed one gives no numbers', async () => {
  const { event, hosting, waiting } = await aFair();
  const wish = {
    eventId: event.id,
    registrationId: registrationId(hosting),
    label: ' B2 ',
    minutesEach: 8,
  };
  const { queueTable } = await run(organizer, OPEN, wish);
  expect(queueTable).toMatchObject({ label: 'B2', open: true, minutesEach: 8, host: { id: host.id } });
  const drawn = await run(suppliers[0]!, DRAW, { queueTableId: queueTable.id });
  expect(drawn.number).toMatchObject({ number: 1, state: 'WAITING' });
  const other = { ...wish, registrationId: registrationId(waiting[1]!) };
  expect((await run(organizer, OPEN, other)).code).toBe('QUEUE_TABLE_TAKEN');

  for (const _time of [1, 2])
    expect((await run(organizer, CLOSE, { queueTableId: queueTable.id })).queueTable.open).toBe(false);
  expect((await run(suppliers[1]!, DRAW, { queueTableId: queueTable.id })).code).toBe('QUEUE_CLOSED');
  // Who has a number keeps it, and it is called.
  expect((await run(suppliers[0]!, DRAW, { queueTableId: queueTable.id })).number.id).toBe(drawn.number.id);
  expect((await run(host, NEXT, { queueTableId: queueTable.id })).number.number).toBe(1);

  const again = await run(organizer, OPEN, { ...wish, minutesEach: 5 });
  expect(again.queueTable).toMatchObject({ id: queueTable.id, open: true, minutesEach: 5, lastNumber: 1 });
});

it('no number is given twice when many draw at once, and who draws again has the same one', async () => {
  const { place, at } = await aFair();
  const draws = await Promise.all([...suppliers, ...suppliers].map((who) => run(who, DRAW, at)));
  expect(new Set(draws.map(({ number }) => number.id)).size).toBe(WAITING_HOUSES);
  const stored = await storedNumbers(app, place.key);
  expect(stored.map(({ number }) => number)).toEqual(suppliers.map((_, i) => i + 1));
});

it('the keys of the database refuse a number twice, two numbers of one participant and two calls at once', async () => {
  const { place, waiting } = await aFair();
  await aQueueNumber(app, { table: place.key, by: waiting[0]! });
  await aQueueNumber(app, { table: place.key, by: waiting[1]! });
  const change = (sql: string, values: unknown[]) => app.get(Transactions).query(sql, values);
  await expect(
    change('update queue_number set number = 1 where queue_table_id = $1', [place.key]),
  ).rejects.toThrow('queue_number_queue_table_id_number_key');
  await expect(
    change('update queue_number set registration_id = $2 where queue_table_id = $1', [place.key, waiting[0]]),
  ).rejects.toThrow('queue_number_one_at_a_time');
  await expect(
    change(`update queue_number set state = 'CALLED' where queue_table_id = $1`, [place.key]),
  ).rejects.toThrow('queue_number_one_called');
});

it('only participants of the other side draw', async () => {
  const { place, at } = await aFair();
  expect((await run(host, DRAW, at)).code).toBe('QUEUE_OTHER_SIDE');
  const stranger = await anOrganization(app);
  const input = { actingOrganizationId: stranger.id, ...at };
  const { errors } = await stranger.editor.client.send(DRAW, { input });
  expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await storedNumbers(app, place.key)).toEqual([]);
});

it('organizers draw for a walk-in by registration or by the ticket that is shown, once', async () => {
  const { event, place, at } = await aFair();
  const walkIn = await aRegistration(app, event.key, { companyName: '路过机械厂', walkIn: true });
  const [person] = await representativesOf(app, walkIn);
  const keys = newTicketKey();
  const { manager } = app.get(Transactions);
  await manager.getRepository(EventTicketKey).insert({ eventId: event.key, ...keys, createdAt: new Date() });
  const ticket = { eventId: event.key, representativeId: person!.id, serial: 1 };
  const shown = writeTicket(ticket, keys.privateKey);
  const byName = await run(organizer, DRAW_FOR, { ...at, registrationId: registrationId(walkIn) });
  expect(byName.number).toEqual({ number: 1, participantName: '路过机械厂' });
  expect((await run(organizer, DRAW_FOR, { ...at, ticket: ` ${shown} ` })).number.number).toBe(1);
  const passedOn = writeTicket({ ...ticket, serial: 2 }, keys.privateKey);
  for (const wrong of [passedOn, 'LQT1.nobody.knows', writeTicket(ticket, newTicketKey().privateKey)])
    expect((await run(organizer, DRAW_FOR, { ...at, ticket: wrong })).code).toBe('QUEUE_TICKET');
  const input = { actingOrganizationId: organizer.id, ...at };
  const neither = await organizer.editor.client.refused(DRAW_FOR, { input });
  expect(neither.extensions.reason).toBe('QUEUE_FOR_WHOM');
  const elsewhere = { ...at, registrationId: registrationId((await aFair()).waiting[0]!) };
  const strange = await organizer.editor.client.refused(DRAW_FOR, { input: { ...input, ...elsewhere } });
  expect(strange.extensions.code).toBe('NOT_FOUND');
  expect(await storedNumbers(app, place.key)).toHaveLength(1);
  expect((await run(host, NEXT, at)).number.number).toBe(1);
});

it('numbers are called one after another, a second tap skips nobody, and who was passed over comes back', async () => {
  const { place, at } = await aFair();
  expect((await run(host, NEXT, at)).code).toBe('QUEUE_EMPTY');
  for (const who of suppliers.slice(0, 3)) await run(who, DRAW, at);
  const taps = await Promise.all([host, organizer, host].map((who) => run(who, NEXT, at)));
  expect(taps.map(({ number }) => [number.number, number.calls])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  const first = { numberId: taps[0]!.number.id };
  expect((await run(host, RECALL, first)).number.calls).toBe(2);
  for (const _time of [1, 2])
    expect((await run(host, FINISH, { ...first, skipped: true })).number.state).toBe('SKIPPED');

  const second = (await run(organizer, NEXT, at)).number;
  expect(second.number).toBe(2);
  expect((await run(host, RECALL, first)).code).toBe('QUEUE_BUSY');
  const done = { numberId: second.id, skipped: false };
  expect((await run(host, FINISH, done)).number.state).toBe('DONE');
  expect((await run(host, RECALL, { numberId: second.id })).code).toBe('QUEUE_NUMBER_STATE');
  expect((await run(suppliers[1]!, GIVE_BACK, { numberId: second.id })).code).toBe('QUEUE_NUMBER_STATE');
  expect((await run(host, RECALL, first)).number).toMatchObject({ state: 'CALLED', calls: 3 });
  expect((await run(host, FINISH, { ...first, skipped: false })).number.state).toBe('DONE');

  const [, , third] = await storedNumbers(app, place.key);
  expect((await run(suppliers[2]!, DRAW, at)).number.number).toBe(third!.number);
  const { number: drawn } = await run(suppliers[2]!, DRAW, at);
  for (const _time of [1, 2])
    expect((await run(suppliers[2]!, GIVE_BACK, { numberId: drawn.id })).number.state).toBe('GIVEN_BACK');
  expect((await run(host, NEXT, at)).code).toBe('QUEUE_EMPTY');
  // Drawing anew is a new place in the line.
  expect((await run(suppliers[2]!, DRAW, at)).number.number).toBe(4);
});

it('who is called is told each time, who is near once', async () => {
  const { event, at } = await aFair();
  for (const who of suppliers) await run(who, DRAW, at);
  const { number } = await run(host, NEXT, at);
  await carry(app, QueueNotices);
  await run(host, RECALL, { numberId: number.id });
  await carry(app, QueueNotices);
  const told = async (who: TestOrganization) =>
    (await notificationsOf(who.owner.client))
      .filter(({ text }) => text.includes(event.title))
      .filter(({ code }) => code.startsWith('NOTICE_QUEUE'))
      .map(({ code }) => code);
  const all = await Promise.all(suppliers.map(told));
  expect(all).toEqual([
    ['NOTICE_QUEUE_CALLED', 'NOTICE_QUEUE_CALLED'],
    ['NOTICE_QUEUE_NEAR'],
    ['NOTICE_QUEUE_NEAR'],
    [],
  ]);
});

it('the line says who is before, how long it takes, and costs the same for one and for many', async () => {
  const { event, waiting, place, at } = await aFair();
  const read = () => host.viewer.client.ok<object>(LINE, { table: place.id });
  await aQueueNumber(app, { table: place.key, by: waiting[0]! });
  const one = await app.statements.during(read);
  for (const by of waiting.slice(1)) await aQueueNumber(app, { table: place.key, by });
  const many = await app.statements.during(read);
  expect(many.statements).toHaveLength(one.statements.length);
  const label = { queueTable: { label: 'A1' } };
  expect(many.result).toMatchObject({
    queueNumbers: {
      edges: suppliers.map((_, i) => ({
        node: { number: i + 1, state: 'WAITING', ahead: i, expectedWaitMinutes: i * 10, ...label },
      })),
    },
  });
  await run(organizer, NEXT, at);
  const tables = { acting: suppliers[0]!.id, event: event.id };
  expect(await suppliers[0]!.viewer.client.ok(TABLES, tables)).toMatchObject({
    queueTables: [{ label: 'A1', calledNumber: 1, waiting: 3, lastNumber: 4 }],
  });
});
