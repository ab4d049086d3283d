import { encodeGlobalId, newId } from '@app/kernel';
import { ClaimState } from '@app/organizations';
import { NeedKind, NeedState, NeedVisibility } from '@app/procurement';
import { aPerson, aStaffMember } from '../../support/builders/identity.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, setNeed } from '../../support/builders/procurement.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

interface Page {
  page: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { id: string; title: string; organization: { name: string } | null } }[];
  };
}

const FIELDS = `totalCount pageInfo { hasNextPage endCursor } edges { node { id title organization { name } } }`;
const LIST = `query ($first: Int!, $after: String, $kind: NeedKind, $smeReserved: Boolean) {
  page: procurementNeeds(first: $first, after: $after, kind: $kind, smeReserved: $smeReserved) { ${FIELDS} }
}`;
const MINE = `query ($id: ID!, $state: NeedState) {
  page: myProcurementNeeds(actingOrganizationId: $id, first: 50, state: $state) { ${FIELDS} }
}`;
const OF_ORGANIZATION = `query ($id: ID!) { organization(id: $id) { page: procurementNeeds(first: 50) { ${FIELDS} } } }`;

let app: TestApp;

beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const titles = ({ page }: Page) => page.edges.map(({ node }) => node.title);
const list = (client: GraphqlClient, wish: object = {}) => client.ok<Page>(LIST, { first: 50, ...wish });

/** One need of a buyer for each audience and state, and who is to see which in the list. */
async function needsOfEveryKind(buyer: TestOrganization, invited: TestOrganization): Promise<void> {
  const of = (title: string, days: number, visibility: NeedVisibility) =>
    aNeed(app, buyer.key, { title, visibility, replyDeadline: inDays(days) });
  await of('公开', 3, NeedVisibility.PUBLIC);
  await of('核验', 1, NeedVisibility.VERIFIED_SUPPLIERS);
  const only = await of('邀请', 2, NeedVisibility.INVITED_ONLY);
  const invite = `mutation ($input: InviteToProcurementNeedInput!) { inviteToProcurementNeed(input: $input) { __typename } }`;
  const input = { actingOrganizationId: buyer.id, needId: only.id, organizationIds: [invited.id] };
  await buyer.owner.client.ok(invite, { input });
  await aDraftNeed(app, buyer.key, { title: '草稿' });
  await setNeed(app, (await of('过期', 4, NeedVisibility.PUBLIC)).key, { replyDeadline: inDays(-1) });
  for (const state of [NeedState.CLOSED, NeedState.CANCELLED, NeedState.AWARDED])
    await setNeed(app, (await of(state, 5, NeedVisibility.PUBLIC)).key, { state });
}

it('shows to each what the buyer means for them, the nearest deadline first', async () => {
  const [buyer, invited, verified] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const unclaimed = await anOrganization(app, { claimState: ClaimState.UNCLAIMED });
  await needsOfEveryKind(buyer, invited);
  const seen = async (client: GraphqlClient) => titles(await list(client));
  expect(await seen(app.asGuest())).toEqual(['公开']);
  expect(await seen((await aPerson(app)).client)).toEqual(['公开']);
  expect(await seen(unclaimed.owner.client)).toEqual(['公开']);
  expect(await seen(verified.viewer.client)).toEqual(['核验', '公开']);
  expect(await seen(invited.viewer.client)).toEqual(['核验', '邀请', '公开']);
  expect(await seen(buyer.viewer.client)).toEqual(['核验', '邀请', '公开']);
  expect(await seen((await aStaffMember(app)).client)).toEqual(['核验', '邀请', '公开']);
});

it('shows one need to exactly those whose lists have it', async () => {
  const [buyer, invited, verified] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  await needsOfEveryKind(buyer, invited);
  const all = await list(buyer.owner.client);
  expect(titles(all)).toEqual(['核验', '邀请', '公开']);
  const ONE = 'query ($id: ID!) { procurementNeed(id: $id) { title } node(id: $id) { id } }';
  const clients = [
    app.asGuest(),
    verified.viewer.client,
    invited.viewer.client,
    (await aStaffMember(app)).client,
  ];
  for (const client of clients) {
    const listed = titles(await list(client));
    for (const { node } of all.page.edges) {
      const one = await client.ok<{ procurementNeed: object | null; node: object | null }>(ONE, {
        id: node.id,
      });
      const there = listed.includes(node.title);
      expect([node.title, one.procurementNeed !== null, one.node !== null]).toEqual([
        node.title,
        there,
        there,
      ]);
    }
  }
});

it('pages by deadline and id, and narrows by kind and reservation', async () => {
  const buyer = await anOrganization(app);
  const replyDeadline = inDays(5);
  for (const title of ['一号', '二号', '三号', '四号']) await aNeed(app, buyer.key, { title, replyDeadline });
  await aNeed(app, buyer.key, {
    title: '最先',
    replyDeadline: inDays(1),
    kind: NeedKind.SERVICE,
    smeReserved: true,
  });
  const guest = app.asGuest();
  const first = await list(guest, { first: 3 });
  const second = await list(guest, { first: 3, after: first.page.pageInfo.endCursor });
  expect([...titles(first), ...titles(second)]).toEqual(['最先', '一号', '二号', '三号', '四号']);
  expect([first.page.totalCount, first.page.pageInfo.hasNextPage, second.page.pageInfo.hasNextPage]).toEqual([
    5,
    true,
    false,
  ]);
  expect(titles(await list(guest, { kind: 'SERVICE' }))).toEqual(['最先']);
  expect(titles(await list(guest, { smeReserved: true }))).toEqual(['最先']);
  expect(titles(await list(guest, { smeReserved: false }))).toHaveLength(4);
  expect((await guest.refused(LIST, { first: 101 })).extensions.code).toBe('BAD_INPUT');
  expect((await guest.refused(LIST, { first: 5, after: 'abc' })).extensions.reason).toBe('INVALID_CURSOR');
});

it('takes the same number of statements for 1 and for 20, with lines, buyers and amounts', async () => {
  for (let i = 0; i < 20; i++) {
    const { key } = await anUnclaimedOrganization(app);
    await aNeed(app, key, {
      title: `零件${i}`,
      deliveryRegionCode: '3301',
      requiredCertificates: ['iso-9001'],
    });
  }
  const RICH = `query ($first: Int!) { procurementNeeds(first: $first) { edges { node {
    title open targetPrice { amount } budget { max } organization { name } deliveryRegion { code }
    requiredCertificates { id } lines { name quantity { amount } } } } } }`;
  const BENCH = `query ($first: Int!) { procurementNeeds(first: $first) { edges { node { title organization { name } } } } }`;
  const member = (await anOrganization(app)).viewer.client;
  const count = async (query: string, client: GraphqlClient, first: number) =>
    (await app.statements.during(() => client.ok(query, { first }))).statements.length;
  expect([await count(BENCH, app.asGuest(), 1), await count(BENCH, app.asGuest(), 20)]).toEqual([2, 2]);
  expect([await count(RICH, app.asGuest(), 1), await count(RICH, app.asGuest(), 20)]).toEqual([3, 3]);
  const ofMember = [await count(BENCH, member, 1), await count(BENCH, member, 20)];
  expect(ofMember[1]).toBe(ofMember[0]);
});

describe('needs of an organization', () => {
  it('show drafts to its members; elsewhere no needs under an alias', async () => {
    const buyer = await anOrganization(app);
    await aDraftNeed(app, buyer.key, { title: '草稿' });
    await aNeed(app, buyer.key, { title: '具名' });
    await aNeed(app, buyer.key, { title: '化名', alias: '某链主·杭州' });
    const of = async (client: GraphqlClient) => {
      const { organization } = await client.ok<{ organization: Page }>(OF_ORGANIZATION, { id: buyer.id });
      return [titles(organization), organization.page.totalCount];
    };
    expect(await of(buyer.viewer.client)).toEqual([['化名', '具名', '草稿'], 3]);
    expect(await of((await aStaffMember(app)).client)).toEqual([['化名', '具名'], 2]);
    expect(await of(app.asGuest())).toEqual([['具名'], 1]);
    expect(await of((await anOrganization(app)).owner.client)).toEqual([['具名'], 1]);
  });

  it('are listed as its own to members only', async () => {
    const buyer = await anOrganization(app);
    await aDraftNeed(app, buyer.key, { title: '草稿' });
    await aNeed(app, buyer.key, { title: '公开', alias: '某链主' });
    expect(titles(await buyer.viewer.client.ok<Page>(MINE, { id: buyer.id }))).toEqual(['公开', '草稿']);
    expect(titles(await buyer.viewer.client.ok<Page>(MINE, { id: buyer.id, state: 'DRAFT' }))).toEqual([
      '草稿',
    ]);
    const rival = await anOrganization(app);
    const codes = [];
    for (const client of [app.asGuest(), rival.owner.client, (await aStaffMember(app)).client])
      codes.push((await client.refused(MINE, { id: buyer.id })).extensions.code);
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

it('a need that is not there is null', async () => {
  const ONE = 'query ($id: ID!) { procurementNeed(id: $id) { title } }';
  const nothing = { procurementNeed: null };
  expect(await app.asGuest().ok(ONE, { id: encodeGlobalId('ProcurementNeed', newId()) })).toEqual(nothing);
  const error = await app.asGuest().refused(ONE, { id: encodeGlobalId('Organization', newId()) });
  expect(error.extensions.reason).toBe('INVALID_ID');
});
