import { Transactions } from '@app/database';
import ExcelJS from 'exceljs';
import { clockOf } from '../../support/builders/identity.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { notificationsOf } from '../../support/builders/notifications.js';
import { anOrganization, auditedAbout, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const NEED =
  'collectedNeed { id state returnReason version companyName need { id title alias visibility state } invited { id } }';
const named = (verb: string, more: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } } }`;
const OPEN = `mutation ($input: OpenNeedCollectionInput!) { result: openNeedCollection(input: $input) {
  ... on OpenNeedCollectionPayload { collection { id title deadline districts { id name quota handedIn } } } } }`;
const ENTER = named('EnterCollectedNeed', NEED);
const REVIEW = named('ReviewCollectedNeed', NEED);
const INVITE = named('InviteForCollectedNeed', NEED);
const EXPORT = `mutation ($input: ExportNeedCollectionInput!) { result: exportNeedCollection(input: $input) {
  ... on ExportNeedCollectionPayload { fileName base64 } } }`;
const COLLECTION = `query ($id: ID!) { needCollection(id: $id) { title districts { name handedIn }
  needs(first: 50) { edges { node { companyName printHtml } } } } }`;

interface Opened {
  result: { collection: { id: string; districts: { id: string; handedIn: number }[] } };
}
interface Entered {
  __typename: string;
  code?: string;
  collectedNeed: {
    id: string;
    state: string;
    returnReason: string | null;
    need: { id: string; title: string; alias: string | null; visibility: string; state: string } | null;
    invited: { id: string }[];
  };
}

let app: TestApp;
let bureau: TestOrganization;
let binjiang: TestOrganization;
let yuhang: TestOrganization;
let event: TestEvent;

beforeAll(async () => {
  app = await createTestApp();
  [bureau, binjiang, yuhang] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  event = await anEvent(app, bureau.key);
}, 60_000);
afterAll(() => app.close());

async function open(more: object = {}): Promise<Opened['result']['collection']> {
  const input = {
    actingOrganizationId: bureau.id,
    eventId: event.id,
    title: '杭州市供需对接会需求征集',
    deadline: new Date(Date.now() + 86_400_000).toISOString(),
    districts: [
      { name: '滨江区', quota: 2, delegateOrganizationId: binjiang.id },
      { name: '余杭区', quota: 3, delegateOrganizationId: yuhang.id },
    ],
    ...more,
  };
  return (await bureau.editor.client.ok<Opened>(OPEN, { input })).result.collection;
}
const entry = (collection: Opened['result']['collection'], district: 0 | 1, more: object = {}) => ({
  actingOrganizationId: [binjiang, yuhang][district]!.id,
  collectionId: collection.id,
  districtId: collection.districts[district]!.id,
  companyName: '杭州未入驻机械厂',
  title: '铝合金压铸电机壳体',
  description: '月需五千件',
  public: true,
  consentGivenBy: '采购部负责人',
  consentGivenOn: '2026-01-05',
  consentForm: 'SEALED_PRINT',
  submit: true,
  ...more,
});
async function run(who: TestOrganization, mutation: string, input: object): Promise<Entered> {
  return (
    await who.editor.client.ok<{ result: Entered }>(mutation, {
      input: { actingOrganizationId: who.id, ...input },
    })
  ).result;
}
const enter = (collection: Opened['result']['collection'], district: 0 | 1, more: object = {}) =>
  run([binjiang, yuhang][district]!, ENTER, entry(collection, district, more));
const stored = () =>
  app
    .get(Transactions)
    .query<{ id: string; state: string }>('select id, state from collected_need order by id');

it('delegates are told, bring in needs of companies without an account, and the bureau sees who is behind', async () => {
  const collection = await open();
  expect((await notificationsOf(binjiang.editor.client))[0]).toMatchObject({
    code: 'NOTICE_NEED_COLLECTION_OPENED',
    // The notice leads to the collection, not to the public page of its event.
    targetId: collection.id,
  });
  const first = await enter(collection, 0, { clientMutationId: 'k1' });
  expect(first.collectedNeed).toMatchObject({ state: 'SUBMITTED', companyName: '杭州未入驻机械厂' });
  expect((await enter(collection, 0, { clientMutationId: 'k1' })).collectedNeed.id).toBe(
    first.collectedNeed.id,
  );
  await enter(collection, 1, { companyName: '余杭精工', submit: false });
  const seen = await bureau.viewer.client.ok<{
    needCollection: {
      districts: object[];
      needs: { edges: { node: { companyName: string; printHtml: string } }[] };
    };
  }>(COLLECTION, { id: collection.id });
  expect(seen.needCollection.districts).toEqual([
    { name: '滨江区', handedIn: 1 },
    { name: '余杭区', handedIn: 0 },
  ]);
  const [sheet] = seen.needCollection.needs.edges;
  expect(sheet?.node.printHtml).toContain('企业（盖章）');
  expect(sheet?.node.printHtml).toContain('杭州未入驻机械厂');
  // A district sees its own needs, others nothing at all.
  const own = await yuhang.viewer.client.ok<{
    needCollection: { needs: { edges: { node: { companyName: string } }[] } };
  }>(COLLECTION, { id: collection.id });
  expect(own.needCollection.needs.edges.map(({ node }) => node.companyName)).toEqual(['余杭精工']);
  const stranger = await anOrganization(app);
  expect(await stranger.owner.client.ok(COLLECTION, { id: collection.id })).toEqual({ needCollection: null });
});

it('review goes up and back: given back with a reason, handed in again, taken over once as a draft', async () => {
  const collection = await open();
  const { collectedNeed } = await enter(collection, 0, { public: false });
  const review = (accept: boolean, reason?: string) =>
    run(bureau, REVIEW, { collectedNeedId: collectedNeed.id, accept, reason });
  expect((await review(false, '请补充材料牌号')).collectedNeed).toMatchObject({
    state: 'RETURNED',
    returnReason: '请补充材料牌号',
  });
  const again = await enter(collection, 0, {
    public: false,
    collectedNeedId: collectedNeed.id,
    title: 'ADC12压铸电机壳体',
  });
  expect(again.collectedNeed).toMatchObject({ id: collectedNeed.id, state: 'SUBMITTED', returnReason: null });
  const accepted = await review(true);
  expect(accepted.collectedNeed.need).toMatchObject({
    title: 'ADC12压铸电机壳体',
    alias: '某企业·滨江区',
    visibility: 'INVITED_ONLY',
    state: 'DRAFT',
  });
  expect((await review(true)).collectedNeed.need?.id).toBe(accepted.collectedNeed.need?.id);
  expect((await enter(collection, 0, { collectedNeedId: collectedNeed.id })).code).toBe(
    'COLLECTED_NEED_STATE',
  );
  const key = Buffer.from(collectedNeed.id, 'base64url').toString().split(':')[1]!;
  expect(await auditedAbout(app, key)).toEqual(['COLLECTED_NEED_RETURNED', 'COLLECTED_NEED_ACCEPTED']);
});

it('two reviews at once make one need', async () => {
  const collection = await open();
  const { collectedNeed } = await enter(collection, 0);
  const both = await Promise.all(
    [1, 2].map(() => run(bureau, REVIEW, { collectedNeedId: collectedNeed.id, accept: true })),
  );
  expect(new Set(both.map(({ collectedNeed: { need } }) => need?.id)).size).toBe(1);
});

it('after the deadline only what was given back comes in', async () => {
  const collection = await open();
  const { collectedNeed } = await enter(collection, 0);
  await run(bureau, REVIEW, { collectedNeedId: collectedNeed.id, accept: false, reason: '补充' });
  const clock = clockOf(app);
  clock.advance(2 * 86_400_000);
  expect((await enter(collection, 0)).code).toBe('COLLECTION_CLOSED');
  expect((await enter(collection, 0, { collectedNeedId: collectedNeed.id })).collectedNeed.state).toBe(
    'SUBMITTED',
  );
  clock.advance(-2 * 86_400_000);
});

it('suppliers are invited for a need that was taken over, each told once and not whose it is', async () => {
  const collection = await open();
  const { collectedNeed } = await enter(collection, 0);
  const supplier = await anOrganization(app);
  const invitation = { collectedNeedId: collectedNeed.id, organizationIds: [supplier.id] };
  expect((await run(bureau, INVITE, invitation)).code).toBe('COLLECTED_NEED_STATE');
  await run(bureau, REVIEW, { collectedNeedId: collectedNeed.id, accept: true });
  await run(bureau, INVITE, invitation);
  expect((await run(bureau, INVITE, invitation)).collectedNeed.invited).toEqual([{ id: supplier.id }]);
  const told = await notificationsOf(supplier.editor.client);
  expect(told.map(({ code }) => code)).toEqual(['NOTICE_INVITED_FOR_COLLECTED_NEED']);
  expect(told[0]?.text).not.toContain('未入驻');
  const four = Array(4).fill(supplier.id) as string[];
  await bureau.editor.client.refused(INVITE, {
    input: { actingOrganizationId: bureau.id, ...invitation, organizationIds: four },
  });
});

it('one table holds it all, and taking it along is logged', async () => {
  const collection = await open();
  await enter(collection, 1, { companyName: '乙厂' });
  await enter(collection, 0, { companyName: '甲厂', quantity: '5000件/月' });
  const input = { actingOrganizationId: bureau.id, collectionId: collection.id };
  const { result } = await bureau.editor.client.ok<{ result: { fileName: string; base64: string } }>(EXPORT, {
    input,
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(result.base64, 'base64') as unknown as ArrayBuffer);
  const companies = book.worksheets[0]!.getColumn(2).values.slice(2);
  expect([result.fileName, ...companies]).toEqual(['杭州市供需对接会需求征集.xlsx', '甲厂', '乙厂']);
  expect((await binjiang.editor.client.refused(EXPORT, { input })).extensions.code).toBe('FORBIDDEN');
});

it('nobody brings in needs for another district, nor reviews for the bureau, and nothing is kept', async () => {
  const collection = await open();
  const { collectedNeed } = await enter(collection, 0);
  const before = await stored();
  const cross = { ...entry(collection, 0), actingOrganizationId: yuhang.id };
  expect((await yuhang.editor.client.refused(ENTER, { input: cross })).extensions.code).toBe('NOT_FOUND');
  const asReader = entry(collection, 0);
  expect((await binjiang.viewer.client.refused(ENTER, { input: asReader })).extensions.code).toBe(
    'FORBIDDEN',
  );
  expect((await bureau.editor.client.refused(ENTER, { input: asReader })).extensions.code).toBe('FORBIDDEN');
  const review = { actingOrganizationId: bureau.id, collectedNeedId: collectedNeed.id, accept: true };
  for (const [who, code] of [
    [binjiang, 'FORBIDDEN'],
    [yuhang, 'NOT_FOUND'],
  ] as const)
    expect((await who.editor.client.refused(REVIEW, { input: review })).extensions.code).toBe(code);
  expect(await stored()).toEqual(before);
});

it('suggests suppliers that fit, a few needs at a time', async () => {
  const collection = await open();
  await enter(collection, 0);
  const suggest = (first: number) => `query ($id: ID!) { needCollection(id: $id) {
    needs(first: ${first}) { edges { node { suggestions { subject matches { fit organization { id } } } } } } } }`;
  const seen = await bureau.editor.client.ok<{
    needCollection: { needs: { edges: { node: { suggestions: { subject: string; matches: object[] } } }[] } };
  }>(suggest(3), { id: collection.id });
  const [{ node }] = seen.needCollection.needs.edges as [
    { node: { suggestions: { subject: string; matches: object[] } } },
  ];
  expect(node.suggestions.subject).toContain('电机壳体');
  expect(node.suggestions.matches.length).toBeLessThanOrEqual(3);
  const { extensions } = await bureau.editor.client.refused(suggest(100), { id: collection.id });
  expect(extensions.reason).toBe('QUERY_TOO_EXPENSIVE');
});
