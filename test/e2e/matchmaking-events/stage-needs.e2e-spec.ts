import { NeedVisibility } from '@app/procurement';
import { Transactions } from '@app/database';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, outsidersOf, type TestOrganization } from '../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const ANNOUNCE = `mutation ($input: AnnounceNeedOnStageInput!) { result: announceNeedOnStage(input: $input) { __typename
  ... on AnnounceNeedOnStagePayload { stageNeed { url qrSvg answers need { title } } } ... on UserError { code } } }`;
const STAGE = `query ($id: ID!) { matchmakingEvent(id: $id) { stageNeeds { answers need { title } } } }`;
const RESPOND = `mutation ($input: RespondToNeedInput!) { respondToNeed(input: $input) { __typename } }`;
const WITHDRAW = `mutation ($input: WithdrawSupplyResponseInput!) { withdrawSupplyResponse(input: $input) { __typename } }`;

interface Announced {
  result: {
    __typename: string;
    code?: string;
    stageNeed: { url: string; qrSvg: string; answers: number | null };
  };
}

let app: TestApp;
let organizer: TestOrganization;
let buyer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
  buyer = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

const input = (event: TestEvent, need: TestNeed) => ({
  input: { actingOrganizationId: organizer.id, eventId: event.id, needId: need.id },
});
const announce = async (event: TestEvent, need: TestNeed) =>
  (await organizer.editor.client.ok<Announced>(ANNOUNCE, input(event, need))).result;
const respond = (supplier: TestOrganization, need: TestNeed) =>
  supplier.editor.client.ok(RESPOND, {
    input: { actingOrganizationId: supplier.id, needId: need.id, message: '我司可供' },
  });
const stored = (event: TestEvent) =>
  app.get(Transactions).query('select id from stage_need where event_id = $1', [event.key]);

it('an announced need has a link and a QR code; only the buyer sees how many have answered since', async () => {
  const event = await anEvent(app, organizer.key);
  const need = await aNeed(app, buyer.key, { title: '电机壳体' });
  await respond(await anOrganization(app), need);
  const { stageNeed } = await announce(event, need);
  expect(stageNeed).toMatchObject({ answers: null, need: { title: '电机壳体' } });
  expect(stageNeed.url).toContain(`/needs/${need.id}?stage=`);
  expect(stageNeed.qrSvg).toContain('<svg');
  const [one, two] = [await anOrganization(app), await anOrganization(app)];
  await respond(one, need);
  await respond(two, need);
  const rows = await app
    .get(Transactions)
    .query<{ id: string }>('select id from supply_response where organization_id = $1', [two.key]);
  const supplyResponseId = Buffer.from(`SupplyResponse:${rows[0]!.id}`).toString('base64url');
  await two.editor.client.ok(WITHDRAW, { input: { actingOrganizationId: two.id, supplyResponseId } });
  const seen = (answers: number | null) => ({
    matchmakingEvent: { stageNeeds: [{ answers, need: { title: '电机壳体' } }] },
  });
  expect(await buyer.viewer.client.ok(STAGE, { id: event.id })).toEqual(seen(1));
  expect(await organizer.owner.client.ok(STAGE, { id: event.id })).toEqual(seen(null));
  expect(await one.viewer.client.ok(STAGE, { id: event.id })).toEqual(seen(null));
});

it('the same need at the same event is announced once, also by two at once', async () => {
  const event = await anEvent(app, organizer.key);
  const need = await aNeed(app, buyer.key);
  const results = await Promise.all([announce(event, need), announce(event, need), announce(event, need)]);
  expect(new Set(results.map(({ stageNeed }) => stageNeed.url)).size).toBe(1);
  expect(await stored(event)).toHaveLength(1);
});

it('what is not public or not open is not announced, nor by somebody else', async () => {
  const event = await anEvent(app, organizer.key);
  const limited = await aNeed(app, organizer.key, { visibility: NeedVisibility.INVITED_ONLY });
  expect((await organizer.editor.client.refused(ANNOUNCE, input(event, limited))).extensions.reason).toBe(
    'NEED_NOT_PUBLIC',
  );
  const over = await aNeed(app, buyer.key);
  await app.get(Transactions).query(`update procurement_need set state = 'CLOSED' where id = $1`, [over.key]);
  expect((await announce(event, over)).__typename).toBe('NeedNotOpenError');
  const need = await aNeed(app, buyer.key);
  for (const { client, told } of await outsidersOf(app, organizer))
    expect((await client.refused(ANNOUNCE, input(event, need))).extensions.code).toBe(told);
  expect(await stored(event)).toEqual([]);
});
