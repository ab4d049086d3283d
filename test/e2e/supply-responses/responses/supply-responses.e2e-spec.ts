import { SupplyResponseState } from '@app/supply-responses';
import { aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization, anUnclaimedOrganization } from '../../../support/builders/organizations.js';
import { aNeed } from '../../../support/builders/procurement.js';
import { aResponse } from '../../../support/builders/supply-responses.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const OF_NEED = `query ($id: ID!, $first: Int = 50, $state: SupplyResponseState) { procurementNeed(id: $id) {
  page: supplyResponses(first: $first, state: $state) { totalCount edges { node { id state organization { name } } } } } }`;
const MINE = `query ($id: ID!, $first: Int = 50) { page: mySupplyResponses(actingOrganizationId: $id, first: $first) {
  edges { node { id message procurementNeed { title organization { name } } capability { title } } } } }`;

interface Page {
  page: { edges: { node: { id: string } }[] };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const ids = ({ page }: Page) => page.edges.map(({ node }) => node.id);
const ofNeed = async (client: GraphqlClient, id: string, more: object = {}) =>
  ids((await client.ok<{ procurementNeed: Page }>(OF_NEED, { id, ...more })).procurementNeed);

it('the buyer sees all responses, a supplier its own, others none', async () => {
  const [buyer, a, b] = [await anOrganization(app), await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  const first = await aResponse(app, need.key, a.key);
  const second = await aResponse(app, need.key, b.key, { state: SupplyResponseState.WITHDRAWN });
  expect(await ofNeed(buyer.viewer.client, need.id)).toEqual([second.id, first.id]);
  expect(await ofNeed(buyer.viewer.client, need.id, { state: 'SENT' })).toEqual([first.id]);
  expect(await ofNeed(a.viewer.client, need.id)).toEqual([first.id]);
  expect(await ofNeed(b.viewer.client, need.id)).toEqual([second.id]);
  for (const client of [
    app.asGuest(),
    (await anOrganization(app)).owner.client,
    (await aStaffMember(app)).client,
  ])
    expect(await ofNeed(client, need.id)).toEqual([]);
  const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await buyer.viewer.client.ok(NODE, { id: first.id })).toEqual({ node: { id: first.id } });
  expect(await a.viewer.client.ok(NODE, { id: first.id })).toEqual({ node: { id: first.id } });
  expect(await b.viewer.client.ok(NODE, { id: first.id })).toEqual({ node: null });
});

it('a supplier lists its own responses, and an alias still hides the buyer', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key, { title: '匿名壳体', alias: '某链主·杭州' });
  const { id } = await aResponse(app, need.key, supplier.key);
  expect(await supplier.viewer.client.ok(MINE, { id: supplier.id })).toEqual({
    page: {
      edges: [
        {
          node: {
            id,
            message: '我司可供',
            procurementNeed: { title: '匿名壳体', organization: null },
            capability: null,
          },
        },
      ],
    },
  });
  const codes = [];
  for (const client of [app.asGuest(), buyer.owner.client, (await aStaffMember(app)).client])
    codes.push((await client.refused(MINE, { id: supplier.id })).extensions.code);
  expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']);
});

it('takes the same number of statements for 1 and for 20', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  for (let i = 0; i < 20; i++) {
    await aResponse(app, need.key, (await anUnclaimedOrganization(app)).key);
    const other = await anUnclaimedOrganization(app);
    await aResponse(app, (await aNeed(app, other.key)).key, supplier.key);
  }
  const count = async (client: GraphqlClient, query: string, id: string, first: number) =>
    (await app.statements.during(() => client.ok(query, { id, first }))).statements.length;
  const [own, all] = [supplier.viewer.client, buyer.viewer.client];
  expect(await count(own, MINE, supplier.id, 20)).toBe(await count(own, MINE, supplier.id, 1));
  expect(await count(all, OF_NEED, need.id, 20)).toBe(await count(all, OF_NEED, need.id, 1));
});
