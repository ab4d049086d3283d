import { CapabilityKind, CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { NeedState, NeedVisibility } from '@app/procurement';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aPerson, aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aNeed, inDays, setNeed, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const LIST = `compared matches { procurementNeed { id title organization { id } } capability { id } fit
  card { score reachable factsKnown factsAsked decidingFact weightsVersion criteria { key state score reason } } }`;
const OF_CAPABILITY = `query ($id: ID!, $first: Int = 20) { capability(id: $id) { matchingNeeds(first: $first) { ${LIST} } } }`;
const OF_ORGANIZATION = `query ($id: ID!, $first: Int = 20) { organization(id: $id) { matchingNeeds(first: $first) { ${LIST} } } }`;

interface Match {
  procurementNeed: { id: string; title: string; organization: { id: string } | null };
  capability: { id: string };
  fit: string;
  card: { score: number; criteria: { key: string; state: string; reason: string }[] };
}
interface List {
  compared: number;
  matches: Match[];
}

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let casting: TestCapability;
let moulding: TestCapability;
let open: TestNeed;
let aliased: TestNeed;
let verified: TestNeed;
let invited: TestNeed;
let plastic: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app, { regionCode: '330206' })];
  casting = await aCapability(app, caster.key, { title: '铝合金压铸壳体', leadTimeDays: 20 });
  moulding = await aCapability(app, caster.key, { title: '塑料注塑件', kind: CapabilityKind.PRODUCT });
  open = await aNeed(app, buyer.key, { deliverBy: inDays(40).toISOString().slice(0, 10) });
  aliased = await aNeed(app, buyer.key, { alias: '某链主·杭州' });
  verified = await aNeed(app, buyer.key, { visibility: NeedVisibility.VERIFIED_SUPPLIERS });
  invited = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
  plastic = await aNeed(app, buyer.key, { title: '注塑件' }, [{ name: '注塑件', process: '注塑' }]);
  await app
    .get(Transactions)
    .query('insert into need_invitation (need_id, organization_id, invited_at) values ($1, $2, now())', [
      invited.key,
      caster.key,
    ]);
  await indexed(app, 'needs', open.key, aliased.key, verified.key, invited.key, plastic.key);
});
afterAll(() => app.close());

const forCapability = async (client: GraphqlClient, id = casting.id, first = 20) =>
  (await client.ok<{ capability: { matchingNeeds: List | null } }>(OF_CAPABILITY, { id, first })).capability
    .matchingNeeds;
const forOrganization = async (client: GraphqlClient, id = caster.id, first = 20) =>
  (await client.ok<{ organization: { matchingNeeds: List | null } }>(OF_ORGANIZATION, { id, first }))
    .organization.matchingNeeds;
const idsOf = (list: List | null) => list!.matches.map(({ procurementNeed }) => procurementNeed.id);
const fitting = (list: List | null) =>
  list!.matches.filter(({ fit }) => fit === 'FITS').map(({ procurementNeed }) => procurementNeed.id);

describe('the needs that a capability can meet', () => {
  it('are the open needs that address its supplier, public or not', async () => {
    expect(fitting(await forCapability(caster.viewer.client)).sort()).toEqual(
      [open.id, aliased.id, verified.id, invited.id].sort(),
    );
  });

  it('come with the card of the match, and the buyer under its alias', async () => {
    const list = (await forCapability(caster.editor.client))!;
    const of = (id: string) => list.matches.find(({ procurementNeed }) => procurementNeed.id === id)!;
    expect(of(open.id).procurementNeed.organization).toEqual({ id: buyer.id });
    expect(of(aliased.id).procurementNeed.organization).toBeNull();
    expect(of(open.id).card).toMatchObject({
      weightsVersion: expect.stringMatching(/^\d{4}-\d{2}-\d+$/) as string,
      factsAsked: expect.any(Number) as number,
      criteria: expect.arrayContaining([
        expect.objectContaining({
          key: 'LEAD_TIME',
          state: 'MET',
          reason: expect.stringContaining('交期 20 天') as string,
        }),
      ]) as object[],
    });
  });

  it('are without needs by invitation for whoever is not invited, nor counted', async () => {
    const rival = await anOrganization(app);
    const offer = await aCapability(app, rival.key, { title: '铝合金压铸壳体' });
    const list = await forCapability(rival.owner.client, offer.id);
    expect(fitting(list).sort()).toEqual([open.id, aliased.id, verified.id].sort());
    expect(list!.compared).toBe((await forCapability(caster.owner.client))!.compared - 1);
  });

  it('are without one’s own, the closed and the expired, whatever the index still holds', async () => {
    const own = await aCapability(app, buyer.key, { title: '铝合金压铸壳体' });
    expect(await forCapability(buyer.owner.client, own.id)).toEqual({ compared: 0, matches: [] });
    const [closed, late, gone] = [
      await aNeed(app, buyer.key),
      await aNeed(app, buyer.key),
      await aNeed(app, buyer.key),
    ];
    await indexed(app, 'needs', closed.key, late.key, gone.key);
    await setNeed(app, closed.key, { state: NeedState.CLOSED });
    await setNeed(app, late.key, { replyDeadline: inDays(-1) });
    await setNeed(app, gone.key, { visibility: NeedVisibility.INVITED_ONLY });
    const shown = idsOf(await forCapability(caster.owner.client));
    for (const need of [closed, late, gone]) expect(shown).not.toContain(need.id);
  });

  it('are nobody’s while the capability is not published', async () => {
    const draft = await aCapability(app, caster.key, {}, { state: CapabilityState.DRAFT });
    expect(await forCapability(caster.owner.client, draft.id)).toEqual({ compared: 0, matches: [] });
  });

  it('are for the supplier’s members and staff', async () => {
    for (const client of [caster.viewer.client, (await aStaffMember(app)).client])
      expect(fitting(await forCapability(client))).toContain(open.id);
    for (const client of [app.asGuest(), (await aPerson(app)).client, buyer.owner.client]) {
      expect(await forCapability(client)).toBeNull();
      expect(await forOrganization(client)).toBeNull();
    }
  });

  it('take the same number of statements for 1 and for 20', async () => {
    const more = [];
    for (let i = 0; i < 20; i++) more.push((await aNeed(app, buyer.key)).key);
    await indexed(app, 'needs', ...more);
    const count = async (first: number) => {
      const ask = () => forCapability(caster.owner.client, casting.id, first);
      return (await app.statements.during(ask)).statements.length;
    };
    await count(20);
    expect(await count(20)).toBe(await count(1));
  });

  it('are refused in a number that is out of range', async () => {
    const error = await caster.owner.client.refused(OF_CAPABILITY, { id: casting.id, first: 101 });
    expect(error.extensions.code).toBe('BAD_INPUT');
  });
});

describe('the needs that an organization can meet', () => {
  it('are those of all its capabilities, each with the one that fits best', async () => {
    const list = (await forOrganization(caster.owner.client, caster.id, 100))!;
    const of = (id: string) => list.matches.find(({ procurementNeed }) => procurementNeed.id === id)!;
    expect(of(open.id).capability.id).toBe(casting.id);
    expect(of(plastic.id).capability.id).toBe(moulding.id);
    expect(new Set(idsOf(list)).size).toBe(list.matches.length);
  });

  it('are none for one that offers nothing', async () => {
    const newcomer = await anOrganization(app);
    expect(await forOrganization(newcomer.owner.client, newcomer.id)).toEqual({ compared: 0, matches: [] });
  });
});
