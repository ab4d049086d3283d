import { CapabilityState } from '@app/capabilities';
import { encodeGlobalId, newId } from '@app/kernel';
import { aCapability } from '../../support/builders/capabilities.js';
import { aPerson, aStaffMember } from '../../support/builders/identity.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const ONE = 'query ($id: ID!) { capability(id: $id) { id title } node(id: $id) { __typename id } }';

describe('a capability', () => {
  it('is seen by everybody once published', async () => {
    const { key } = await anOrganization(app);
    const { id, title } = await aCapability(app, key);
    const seen = { capability: { id, title }, node: { __typename: 'Capability', id } };
    expect(await app.asGuest().ok(ONE, { id })).toEqual(seen);
    expect(await (await aPerson(app)).client.ok(ONE, { id })).toEqual(seen);
  });

  it.each([CapabilityState.DRAFT, CapabilityState.WITHDRAWN])(
    'is there for its members only while %s',
    async (state) => {
      const [organization, rival] = [await anOrganization(app), await anOrganization(app)];
      const { id } = await aCapability(app, organization.key, {}, { state });
      const nothing = { capability: null, node: null };
      for (const client of [app.asGuest(), rival.owner.client, (await aStaffMember(app)).client]) {
        expect(await client.ok(ONE, { id })).toEqual(nothing);
      }
      expect(await organization.viewer.client.ok(ONE, { id })).toMatchObject({ capability: { id } });
    },
  );

  it('that is not there is null; an id of another kind is refused', async () => {
    const { id } = await anUnclaimedOrganization(app);
    expect(await app.asGuest().ok(ONE, { id: encodeGlobalId('Capability', newId()) })).toEqual({
      capability: null,
      node: null,
    });
    expect(
      (await app.asGuest().refused('query ($id: ID!) { capability(id: $id) { id } }', { id })).extensions
        .reason,
    ).toBe('INVALID_ID');
  });
});

describe('the capabilities of an organization', () => {
  interface Answer {
    organization: {
      capabilities: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        edges: { node: { title: string; state: string } }[];
      };
    };
  }
  const LIST = `query ($id: ID!, $first: Int!, $after: String, $state: CapabilityState) {
    organization(id: $id) {
      capabilities(first: $first, after: $after, state: $state) {
        totalCount pageInfo { hasNextPage endCursor }
        edges { node { title state organization { name tiers { level } region { name } } certificates { state } concepts { concept { name } } } }
      }
    }
  }`;
  const list = async (client: GraphqlClient, id: string, more: object = {}) =>
    (await client.ok<Answer>(LIST, { id, first: 20, ...more })).organization.capabilities;

  it('are the published ones, newest first, and everything for its members', async () => {
    const organization = await anOrganization(app);
    for (const state of [CapabilityState.DRAFT, CapabilityState.PUBLISHED, CapabilityState.WITHDRAWN]) {
      await aCapability(app, organization.key, { title: `压铸 ${state}` }, { state });
    }
    await aCapability(app, (await anOrganization(app)).key);
    const states = (answer: Answer['organization']['capabilities']) =>
      answer.edges.map(({ node }) => node.state);
    expect(states(await list(app.asGuest(), organization.id))).toEqual(['PUBLISHED']);
    expect((await list(app.asGuest(), organization.id)).totalCount).toBe(1);
    expect(states(await list((await aStaffMember(app)).client, organization.id))).toEqual(['PUBLISHED']);
    expect(states(await list(organization.viewer.client, organization.id))).toEqual([
      'WITHDRAWN',
      'PUBLISHED',
      'DRAFT',
    ]);
    expect(states(await list(organization.viewer.client, organization.id, { state: 'DRAFT' }))).toEqual([
      'DRAFT',
    ]);
    expect(await list(app.asGuest(), organization.id, { state: 'DRAFT' })).toMatchObject({
      edges: [],
      totalCount: 0,
    });
  });

  it('come page by page', async () => {
    const organization = await anOrganization(app);
    for (let i = 1; i <= 5; i++) await aCapability(app, organization.key, { title: `压铸 ${i}` });
    const first = await list(app.asGuest(), organization.id, { first: 3 });
    const second = await list(app.asGuest(), organization.id, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.title)).toEqual(
      [5, 4, 3, 2, 1].map((i) => `压铸 ${i}`),
    );
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('take the same number of statements for 1 and for 20', async () => {
    const organization = await anOrganization(app, { regionCode: '3301' });
    await aTier(app, organization.key);
    await aCertificate(app, organization.key);
    for (let i = 0; i < 20; i++) await aCapability(app, organization.key, { title: `压铸 ${i}` });
    const ask = (first: number) =>
      app.statements.during(() => list(app.asGuest(), organization.id, { first }));
    const [one, twenty] = [await ask(1), await ask(20)];
    expect(twenty.result.edges).toHaveLength(20);
    expect(twenty.statements).toHaveLength(one.statements.length);
    expect(twenty.statements.length).toBe(6);
  });

  it('of many suppliers, found by their ids, name them in one statement', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++)
      ids.push((await aCapability(app, (await anUnclaimedOrganization(app)).key)).id);
    const query = (n: number) =>
      `{ ${ids
        .slice(0, n)
        .map(
          (id, i) =>
            `n${i}: node(id: "${id}") { ... on Capability { organization { name tiers { year } } } }`,
        )
        .join('\n')} }`;
    const ask = (n: number) => app.statements.during(() => app.asGuest().ok<object>(query(n)));
    const [one, six] = [await ask(1), await ask(6)];
    expect(Object.values(six.result)).toHaveLength(6);
    expect(six.statements).toHaveLength(one.statements.length);
  });
});
