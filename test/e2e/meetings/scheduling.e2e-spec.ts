import { Transactions } from '@app/database';
import { decodeGlobalId } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import {
  CloseDeadRunsJob,
  RunSchedulingJob,
  SchedulingNotices,
  SchedulingState,
  SchedulingStop,
  WishLevel,
} from '@app/meetings';
import { NeedVisibility } from '@app/procurement';
import { aCapability } from '../../support/builders/capabilities.js';
import { aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingWish,
  aSchedulingRun,
  storedRun,
} from '../../support/builders/meetings.js';
import { aNeed } from '../../support/builders/procurement.js';
import { carry, notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { again, subscriberOf } from '../../support/subscriber.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const RUN = `id state phase meetings bound gap failure causes { cause pairs }
  figures { requests meetings bound proven musts mustsWished changes value }
  advice { kind gain mostGain text slot { id } }
  leftOut(first: 20) { edges { node { buyer { id } supplier { id } cause reason fallsOut } } }`;
const START = `mutation ($input: StartSchedulingInput!) { result: startScheduling(input: $input) {
  __typename ... on StartSchedulingPayload { run { id state } } ... on UserError { code } } }`;
const CANCEL = `mutation ($input: CancelSchedulingInput!) { result: cancelScheduling(input: $input) {
  __typename ... on CancelSchedulingPayload { run { id state } } ... on UserError { code } } }`;
const SHOW = `query ($id: ID!) { run: schedulingRun(id: $id) { ${RUN} } }`;
const PLANNED = `query ($event: ID!) { eventMeetings(eventId: $event, first: 50) { edges { node {
  id state origin locked slot { id } buyer { id } supplier { id } } } } }`;
const MINE = `query ($acting: ID!, $event: ID!) {
  myMeetings(actingOrganizationId: $acting, eventId: $event, first: 10) { edges { node { id } } } }`;

interface Result {
  code?: string;
  run: { id: string; state: string };
}
interface Shown {
  state: string;
  failure: string | null;
  figures: Record<string, unknown> | null;
  causes: { cause: string; pairs: number }[];
  advice: { kind: string; gain: number; text: string }[];
  leftOut: { edges: { node: { cause: string; reason: string } }[] };
}
interface Planned {
  state: string;
  slot: { id: string };
  buyer: { id: string };
  supplier: { id: string };
}

let app: TestApp;
let organizer: TestOrganization;
let houses: TestOrganization[];

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  houses = [];
  for (let i = 0; i < 4; i++) houses.push(await anOrganization(app));
}, 60_000);
afterAll(() => app.close());

async function run(mutation: string, input: object): Promise<Result> {
  const acting = { actingOrganizationId: organizer.id, ...input };
  return (await organizer.editor.client.ok<{ result: Result }>(mutation, { input: acting })).result;
}

const carryOut = (runId: string) => app.get(RunSchedulingJob).handle({ runId });
const show = async (id: string) => (await organizer.viewer.client.ok<{ run: Shown }>(SHOW, { id })).run;
const planned = async (event: { id: string }) =>
  (
    await organizer.viewer.client.ok<{ eventMeetings: { edges: { node: Planned }[] } }>(PLANNED, {
      event: event.id,
    })
  ).eventMeetings.edges.map(({ node }) => node);

/** Two buyers and two suppliers, two slots; one table: b0 must meet s0, b0 wants s1, b1 wants s0 and s1, who does not want b1. */
async function aWishedEvent(tables = 1) {
  const event = await anEvent(app, organizer.key);
  const register = (i: number, role: ParticipantRole) =>
    aRegistration(app, event.key, { organizationId: houses[i]!.key, role });
  const buyers = [await register(0, ParticipantRole.BUYER), await register(1, ParticipantRole.BUYER)];
  const suppliers = [
    await register(2, ParticipantRole.SUPPLIER),
    await register(3, ParticipantRole.SUPPLIER),
  ];
  const [b0, b1, s0, s1] = [...buyers, ...suppliers] as [string, string, string, string];
  await aMeetingWish(app, { from: b0, to: s0 }, { level: WishLevel.MUST });
  await aMeetingWish(app, { from: b0, to: s1 });
  await aMeetingWish(app, { from: b1, to: s0 });
  await aMeetingWish(app, { from: b1, to: s1 });
  await aMeetingWish(app, { from: s1, to: b1 }, { level: WishLevel.NO });
  const grid = await aMeetingGrid(app, event.key, { slots: 2, tables });
  return { event, grid, b0, b1, s0, s1 };
}

it('makes a provisional schedule with figures, a cause for each pair left out, and advice that was tried', async () => {
  const { event } = await aWishedEvent();
  const started = await run(START, { eventId: event.id, seconds: 1 });
  expect(started.run.state).toBe('QUEUED');
  await carryOut(decodeGlobalId(started.run.id).id);
  const shown = await show(started.run.id);
  expect(shown).toMatchObject({
    state: 'DONE',
    gap: 0,
    figures: { requests: 3, meetings: 2, bound: 2, proven: true, musts: 1, mustsWished: 1, changes: 0 },
  });
  expect(shown.causes.map(({ cause, pairs }) => [cause, pairs])).toEqual(
    expect.arrayContaining([
      ['DECLINED', 1],
      ['TABLES_FULL', 1],
    ]),
  );
  expect(shown.leftOut.edges.every(({ node }) => node.reason.length > 3)).toBe(true);
  expect(shown.advice[0]).toMatchObject({ gain: 1, mostGain: 1 });
  expect(shown.advice.map(({ kind }) => kind)).toContain('ONE_MORE_TABLE');
  const meetings = await planned(event);
  expect(meetings.map(({ state }) => state)).toEqual(['PROVISIONAL', 'PROVISIONAL']);
  expect(
    meetings.some(({ buyer, supplier }) => buyer.id === houses[0]!.id && supplier.id === houses[2]!.id),
  ).toBe(true);
  const mine = await houses[0]!.viewer.client.ok(MINE, { acting: houses[0]!.id, event: event.id });
  expect(mine).toEqual({ myMeetings: { edges: [] } });
  // A second run takes the place of the first, and nothing is left of that.
  const again = await run(START, { eventId: event.id, seconds: 1 });
  await carryOut(decodeGlobalId(again.run.id).id);
  expect(await planned(event)).toHaveLength(2);
}, 60_000);

it.each([
  ['under an alias', { alias: '某链主' }],
  ['for invited suppliers', { visibility: NeedVisibility.INVITED_ONLY }],
  ['for verified suppliers', { visibility: NeedVisibility.VERIFIED_SUPPLIERS }],
])('the value of a schedule says nothing of needs %s', async (_, terms) => {
  const [client, maker] = [await anOrganization(app), await anOrganization(app)];
  const event = await anEvent(app, organizer.key);
  const register = (organizationId: string, role: ParticipantRole) =>
    aRegistration(app, event.key, { organizationId, role });
  const buyer = await register(client.key, ParticipantRole.BUYER);
  const supplier = await register(maker.key, ParticipantRole.SUPPLIER);
  await aCapability(app, maker.key, { title: '铝合金压铸壳体' });
  await aMeetingWish(app, { from: buyer, to: supplier });
  await aMeetingGrid(app, event.key, { slots: 2, tables: 1 });
  const value = async () => {
    const { run: started } = await run(START, { eventId: event.id, seconds: 1 });
    await carryOut(decodeGlobalId(started.id).id);
    return (await show(started.id)).figures?.['value'];
  };
  const before = await value();
  for (let i = 0; i < 5; i++) await aNeed(app, client.key, { title: '铝合金压铸壳体', ...terms });
  expect(await value()).toBe(before);
  await aNeed(app, client.key, { title: '铝合金压铸壳体' });
  expect(await value()).toBeGreaterThan(before as number);
});

it('leaves where it is what two have agreed', async () => {
  const { event, grid, b1, s0 } = await aWishedEvent();
  const place = { slot: grid.slots[1]!, table: grid.tables[0]! };
  await aMeeting(app, { buyer: b1, supplier: s0, ...place });
  const { key } = await aSchedulingRun(app, event.key);
  await carryOut(key);
  const meetings = await planned(event);
  expect(meetings.map(({ state, slot }) => [state, slot.id])).toEqual(
    expect.arrayContaining([
      ['PUBLISHED', grid.slotIds[1]],
      ['PROVISIONAL', grid.slotIds[0]],
    ]),
  );
  expect(meetings).toHaveLength(2);
});

it('an event has one run at a time, and the same order twice is one', async () => {
  const { event } = await aWishedEvent();
  const order = { eventId: event.id, clientMutationId: `run-${event.key}` };
  const first = await run(START, order);
  expect((await run(START, order)).run.id).toBe(first.run.id);
  const others = await Promise.all([1, 2, 3].map(() => run(START, { eventId: event.id })));
  expect(others.map(({ code }) => code)).toEqual(Array(3).fill('SCHEDULING_ACTIVE'));
  for (const _time of [1, 2])
    expect((await run(CANCEL, { runId: first.run.id })).run.state).toBe('CANCELLED');
  await carryOut(decodeGlobalId(first.run.id).id);
  expect(await planned(event)).toEqual([]);
  expect((await run(START, { eventId: event.id })).run.state).toBe('QUEUED');
});

it('needs slots ahead and tables', async () => {
  const event = await anEvent(app, organizer.key);
  expect((await run(START, { eventId: event.id })).code).toBe('NOTHING_TO_SCHEDULE');
});

it('called off it leaves the schedule as it was, or keeps the best so far', async () => {
  const { event } = await aWishedEvent();
  const discarded = await aSchedulingRun(app, event.key, { stop: SchedulingStop.DISCARD });
  await carryOut(discarded.key);
  expect((await storedRun(app, discarded.key)).state).toBe('CANCELLED');
  expect(await planned(event)).toEqual([]);
  const kept = await aSchedulingRun(app, event.key, { stop: SchedulingStop.KEEP });
  await carryOut(kept.key);
  expect((await storedRun(app, kept.key)).state).toBe('DONE');
  expect((await planned(event)).length).toBeGreaterThan(0);
  expect((await run(CANCEL, { runId: kept.id })).code).toBe('SCHEDULING_STATE');
});

it('a run that a dead worker left behind is taken up again, and given up after three times', async () => {
  const { event } = await aWishedEvent();
  const running = (secondsAgo: number, attempts: number) =>
    aSchedulingRun(app, event.key, {
      state: SchedulingState.RUNNING,
      attempts,
      heartbeatAt: new Date(Date.now() - secondsAgo * 1000),
    });
  const alive = await running(5, 1);
  await expect(carryOut(alive.key)).rejects.toThrow('another worker');
  await app
    .get(Transactions)
    .query(`update scheduling_run set heartbeat_at = now() - interval '5 minutes' where id = $1`, [
      alive.key,
    ]);
  await carryOut(alive.key);
  expect(await storedRun(app, alive.key)).toMatchObject({ state: 'DONE', attempts: 2 });
  const lost = await running(300, 3);
  await carryOut(lost.key);
  const shown = await show(lost.id);
  expect(shown.state).toBe('FAILED');
  expect(shown.failure).toContain('后台程序');
});

it('a run at which nobody works any more is closed once by the clock, and the organizers are told once', async () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const aRun = async (title: string, row: Parameters<typeof aSchedulingRun>[2]) =>
    aSchedulingRun(app, (await anEvent(app, organizer.key, { title })).key, row);
  const { RUNNING, QUEUED } = SchedulingState;
  const dead = await aRun('已死', { state: RUNNING, attempts: 1, heartbeatAt: minutesAgo(16) });
  const forgotten = await aRun('无人', { state: QUEUED, createdAt: minutesAgo(31) });
  const alive = await aRun('在算', { state: RUNNING, attempts: 1, heartbeatAt: minutesAgo(5) });
  const waiting = await aRun('在等', { state: QUEUED, createdAt: minutesAgo(20) });
  const sweep = () => app.get(CloseDeadRunsJob).handle();
  await Promise.all([sweep(), sweep()]);
  const closed = await storedRun(app, dead.key);
  expect(closed).toMatchObject({ state: 'FAILED', phase: 'DONE', failure: 'SCHEDULING_ABANDONED' });
  await sweep();
  expect(await storedRun(app, dead.key)).toEqual(closed);
  const states = [forgotten, alive, waiting].map(async ({ key }) => (await storedRun(app, key)).state);
  expect(await Promise.all(states)).toEqual(['FAILED', 'RUNNING', 'QUEUED']);
  const ended = await app
    .get(Transactions)
    .query(`select id from domain_event where type = 'SchedulingEnded' and aggregate_id = $1`, [dead.key]);
  expect(ended).toHaveLength(1);
  for (const _time of [1, 2]) await carry(app, SchedulingNotices);
  const told = (await notificationsOf(organizer.editor.client)).filter(({ text }) => text.includes('已死'));
  expect(told.map(({ kind }) => kind)).toEqual(['SCHEDULING_FAILED']);
  const others = await notificationsOf(houses[0]!.editor.client);
  expect(others.filter(({ kind }) => kind === 'SCHEDULING_FAILED')).toEqual([]);
});

it('organizers see over a socket that a run has got on; others may not watch', async () => {
  const { event } = await aWishedEvent();
  const { key, id } = await aSchedulingRun(app, event.key);
  const query = `subscription { schedulingProgressed(id: "${id}") { state meetings } }`;
  const client = subscriberOf(app, organizer.viewer.token);
  const stranger = subscriberOf(app, houses[0]!.viewer.token);
  const answers = client.iterate<{ schedulingProgressed: { state: string } }>({ query });
  const first = answers.next();
  // Nothing says when a subscription holds: the run is announced until somebody hears of it.
  const stop = again(() =>
    app.get(Transactions).query(`select pg_notify('scheduling_run', $1)`, [`${key} ${key}`]),
  );
  try {
    expect((await first).value).toMatchObject({ data: { schedulingProgressed: { state: 'QUEUED' } } });
    const { value } = await stranger.iterate({ query }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  } finally {
    stop();
    await client.dispose();
    await stranger.dispose();
  }
}, 60_000);
