import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { NeedVisibility } from '@app/procurement';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aStaffMember } from '../../../support/builders/identity.js';
import {
  anOrganization,
  eventsAbout,
  outsidersOf,
  type TestOrganization,
} from '../../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const CARD = 'fit hidden card { score reachable criteria { key state score reason } }';
const SUPPLIERS = `query ($id: ID!) { procurementNeed(id: $id) { matches(first: 10) {
  compared matches { organization { id } capability { id } ${CARD} } } } }`;
const NEEDS = `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 10) {
  compared matches { procurementNeed { id } ${CARD} } } } }`;
const MATCH = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) { ${CARD} } }`;
const HIDE = `mutation ($input: HideMatchInput!) { hideMatch(input: $input) { hiddenMatch {
  hiddenAt procurementNeed { id } supplier { id } } } }`;
const SHOW = `mutation ($input: ShowMatchAgainInput!) { showMatchAgain(input: $input) { needId supplierId } }`;
const HIDDEN = `query ($id: ID!) { hiddenMatches(actingOrganizationId: $id) { totalCount edges { node {
  procurementNeed { id } supplier { id } } } } }`;

interface Listed {
  procurementNeed: { matches: { matches: { organization: { id: string } }[] } };
}
interface Mirrored {
  capability: { matchingNeeds: { matches: { procurementNeed: { id: string } }[] } };
}

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let rival: TestOrganization;
let casting: TestCapability;
let need: TestNeed;
let other: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster, rival] = [await anOrganization(app), await anOrganization(app), await anOrganization(app)];
  casting = await aCapability(app, caster.key, { title: '铝合金压铸壳体' });
  const second = await aCapability(app, rival.key, { title: '铝合金压铸' });
  [need, other] = [await aNeed(app, buyer.key), await aNeed(app, buyer.key)];
  await indexed(app, 'capabilities', casting.key, second.key);
  await indexed(app, 'needs', need.key, other.key);
});
afterAll(() => app.close());
afterEach(() => app.get(Transactions).query('delete from hidden_match'));

const suppliers = async (client: GraphqlClient, id = need.id) =>
  (await client.ok<Listed>(SUPPLIERS, { id })).procurementNeed.matches.matches.map(
    ({ organization }) => organization.id,
  );
const needs = async (client: GraphqlClient) =>
  (await client.ok<Mirrored>(NEEDS, { id: casting.id })).capability.matchingNeeds.matches.map(
    ({ procurementNeed }) => procurementNeed.id,
  );
const hide = (side: TestOrganization, pair: Record<string, string> = {}, client = side.editor.client) =>
  client.send<{ hideMatch: unknown }>(HIDE, {
    input: { actingOrganizationId: side.id, needId: need.id, supplierId: caster.id, ...pair },
  });
const rows = async () =>
  (
    await app.get(Transactions).query<{ total: number }>('select count(*)::int as total from hidden_match')
  )[0]!.total;

/** Everything that a side can ask about the pair. */
async function everythingOf(client: GraphqlClient): Promise<string> {
  const pair = { needId: need.id, capabilityId: casting.id };
  return JSON.stringify([
    await client.send(SUPPLIERS, { id: need.id }),
    await client.send(NEEDS, { id: casting.id }),
    await client.send(MATCH, pair),
    await client.send(HIDDEN, { id: buyer.id }),
    await client.send(HIDDEN, { id: caster.id }),
    await client.send(`{ me { notifications { totalCount } } }`),
    await client.send(`{ node(id: "${need.id}") { ... on ProcurementNeed { title version updatedAt } } }`),
  ]);
}

describe('a hidden match', () => {
  it('of the buyer leaves the buyer’s list for this need, and comes back when it is undone', async () => {
    expect(await suppliers(buyer.viewer.client)).toContain(caster.id);
    const { data } = await hide(buyer);
    expect(data?.hideMatch).toMatchObject({
      hiddenMatch: { procurementNeed: { id: need.id }, supplier: { id: caster.id } },
    });
    for (const client of [buyer.viewer.client, (await aStaffMember(app)).client])
      expect(await suppliers(client)).toEqual([rival.id]);
    expect(await suppliers(buyer.owner.client, other.id)).toContain(caster.id);
    await buyer.editor.client.ok(SHOW, {
      input: { actingOrganizationId: buyer.id, needId: need.id, supplierId: caster.id },
    });
    expect(await suppliers(buyer.viewer.client)).toContain(caster.id);
  });

  it('of the supplier leaves the supplier’s list', async () => {
    expect(await needs(caster.viewer.client)).toEqual(expect.arrayContaining([need.id, other.id]));
    await hide(caster);
    expect(await needs(caster.viewer.client)).toEqual([other.id]);
  });

  it('changes nothing of what the other side can ask, in either direction', async () => {
    for (const [side, otherSide] of [
      [buyer, caster],
      [caster, buyer],
    ] as const) {
      const before = await everythingOf(otherSide.owner.client);
      const { errors } = await hide(side);
      expect(errors).toEqual([]);
      expect(await everythingOf(otherSide.owner.client)).toBe(before);
      await app.get(Transactions).query('delete from hidden_match');
    }
    expect((await eventsAbout(app, need.key)).filter((type) => /Hid/.test(type))).toEqual([]);
  });

  it('is still shown as a pair to the side that hid it, and marked', async () => {
    await hide(buyer);
    const marked = async (client: GraphqlClient) =>
      (
        await client.ok<{ match: { hidden: boolean } }>(MATCH, {
          needId: need.id,
          capabilityId: casting.id,
        })
      ).match.hidden;
    expect(await marked(buyer.viewer.client)).toBe(true);
    for (const client of [caster.owner.client, (await aStaffMember(app)).client])
      expect(await marked(client)).toBe(false);
  });

  it('is hidden once, however often and from however many hands', async () => {
    await Promise.all([hide(buyer), hide(buyer, {}, buyer.owner.client), hide(buyer)]);
    expect(await rows()).toBe(1);
    const again = { actingOrganizationId: buyer.id, needId: need.id, supplierId: caster.id };
    for (let i = 0; i < 2; i++) await buyer.editor.client.ok(SHOW, { input: again });
    expect(await rows()).toBe(0);
  });

  it('is not for others to hide, nor to list', async () => {
    for (const { client, told } of await outsidersOf(app, buyer)) {
      const { errors } = await hide(buyer, {}, client);
      expect(errors[0]?.extensions.code).toBe(told);
    }
    for (const client of [rival.owner.client, (await aStaffMember(app)).client])
      expect((await client.refused(HIDDEN, { id: buyer.id })).extensions.code).toBe('FORBIDDEN');
    expect(await rows()).toBe(0);
  });

  it('is of a need that the side sees and of itself', async () => {
    const secret = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
    const nothing = encodeGlobalId('ProcurementNeed', newId());
    const refusals = [
      await hide(caster, { needId: secret.id }),
      await hide(caster, { needId: nothing }),
      await hide(rival),
      await hide(buyer, { supplierId: buyer.id }),
      await hide(buyer, { supplierId: encodeGlobalId('Organization', newId()) }),
    ];
    for (const { data, errors } of refusals) {
      expect(data).toBeNull();
      expect(errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([
        [refusals[0]!.errors[0]!.message, 'NOT_FOUND'],
      ]);
    }
    expect(await rows()).toBe(0);
  });

  it('is listed for the members of the side that hid it, in a steady number of statements', async () => {
    const count = async () => {
      const ask = () => buyer.viewer.client.ok(HIDDEN, { id: buyer.id });
      return (await app.statements.during(ask)).statements.length;
    };
    await hide(buyer);
    await count();
    const one = await count();
    await hide(buyer, { supplierId: rival.id });
    await hide(buyer, { needId: other.id });
    const list = await buyer.viewer.client.ok<{
      hiddenMatches: { totalCount: number; edges: { node: object }[] };
    }>(HIDDEN, { id: buyer.id });
    expect(list.hiddenMatches.totalCount).toBe(3);
    expect(list.hiddenMatches.edges[0]!.node).toEqual({
      procurementNeed: { id: other.id },
      supplier: { id: caster.id },
    });
    expect(await count()).toBe(one);
  });
});
