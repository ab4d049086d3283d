import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import {
  anOrganization,
  outsidersOf,
  type TestOrganization,
} from '../../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const SUPPLIERS = `query ($id: ID!) { procurementNeed(id: $id) { matches(first: 10) { matches { organization { id } } } } }`;
const NEEDS = `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 10) { compared matches { procurementNeed { id } } } } }`;
const BLOCK = `mutation ($input: BlockOrganizationInput!) { blockOrganization(input: $input) {
  blockedOrganization { blockedAt organization { id } } } }`;
const UNBLOCK = `mutation ($input: UnblockOrganizationInput!) { unblockOrganization(input: $input) { organizationId } }`;
const BLOCKED = `query ($id: ID!) { blockedOrganizations(actingOrganizationId: $id) { edges { node { organization { id } } } } }`;

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let casting: TestCapability;
let need: TestNeed;
let aliased: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app)];
  casting = await aCapability(app, caster.key, { title: '铝合金压铸壳体' });
  [need, aliased] = [await aNeed(app, buyer.key), await aNeed(app, buyer.key, { alias: '某链主·杭州' })];
  await indexed(app, 'capabilities', casting.key);
  await indexed(app, 'needs', need.key, aliased.key);
});
afterAll(() => app.close());
afterEach(() => app.get(Transactions).query('delete from blocked_organization'));

interface Suppliers {
  procurementNeed: { matches: { matches: { organization: { id: string } }[] } };
}
interface Needs {
  capability: { matchingNeeds: { matches: { procurementNeed: { id: string } }[] } };
}
const suppliers = async (id: string) =>
  (await buyer.owner.client.ok<Suppliers>(SUPPLIERS, { id })).procurementNeed.matches.matches.map(
    ({ organization }) => organization.id,
  );
const needs = async () =>
  (await caster.owner.client.ok<Needs>(NEEDS, { id: casting.id })).capability.matchingNeeds.matches
    .map(({ procurementNeed }) => procurementNeed.id)
    .sort();
const block = (who: TestOrganization, whom: string, client: GraphqlClient = who.editor.client) =>
  client.send<{ blockOrganization: object }>(BLOCK, {
    input: { actingOrganizationId: who.id, organizationId: whom },
  });
const both = () => [need.id, aliased.id].sort();

describe('a blocked organization', () => {
  it.each(['buyer', 'supplier'])(
    'is matched with the %s that blocked it in neither direction, until it is unblocked',
    async (blocker) => {
      const [who, whom] = blocker === 'buyer' ? [buyer, caster] : [caster, buyer];
      expect([await suppliers(need.id), await needs()]).toEqual([[caster.id], both()]);
      expect((await block(who, whom.id)).data?.blockOrganization).toMatchObject({
        blockedOrganization: { organization: { id: whom.id } },
      });
      expect([await suppliers(need.id), await suppliers(aliased.id)]).toEqual([[], []]);
      expect(await needs()).toEqual([aliased.id]);
      const input = { actingOrganizationId: who.id, organizationId: whom.id };
      for (let i = 0; i < 2; i++)
        expect(await who.owner.client.ok(UNBLOCK, { input })).toEqual({
          unblockOrganization: { organizationId: whom.id },
        });
      expect([await suppliers(need.id), await needs()]).toEqual([[caster.id], both()]);
    },
  );

  it('does not tell a supplier which need under an alias is of whom it blocked', async () => {
    const stranger = await anOrganization(app);
    const theirs = await aNeed(app, stranger.key, { alias: '某链主·宁波' });
    await indexed(app, 'needs', theirs.key);
    await block(caster, buyer.id);
    expect(await needs()).toEqual([aliased.id, theirs.id].sort());
  });

  it('is known to the members of who blocked it and to nobody else', async () => {
    await Promise.all([block(buyer, caster.id), block(buyer, caster.id, buyer.owner.client)]);
    expect(await buyer.viewer.client.ok(BLOCKED, { id: buyer.id })).toEqual({
      blockedOrganizations: { edges: [{ node: { organization: { id: caster.id } } }] },
    });
    expect((await caster.owner.client.refused(BLOCKED, { id: buyer.id })).extensions.code).toBe('FORBIDDEN');
    expect(await caster.owner.client.ok(BLOCKED, { id: caster.id })).toEqual({
      blockedOrganizations: { edges: [] },
    });
  });

  it('is neither oneself nor nobody, and not blocked by others', async () => {
    const self = await block(buyer, buyer.id);
    expect(self.errors[0]?.extensions.reason).toBe('BLOCK_OF_ITSELF');
    const nobody = await block(buyer, encodeGlobalId('Organization', newId()));
    expect(nobody.errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const { client, told } of await outsidersOf(app, buyer))
      expect((await block(buyer, caster.id, client)).errors[0]?.extensions.code).toBe(told);
    expect(await app.get(Transactions).query('select id from blocked_organization')).toEqual([]);
  });
});
