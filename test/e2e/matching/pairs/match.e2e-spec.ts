import { CapabilityState } from '@app/capabilities';
import { newId, encodeGlobalId, Period } from '@app/kernel';
import { NeedVisibility } from '@app/procurement';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aPerson, aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const CARD = `fit card { score reachable factsKnown factsAsked decidingFact weightsVersion
  criteria { key name state score weight reason parts { asked met kind fit } } }`;
const MATCH = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) {
  procurementNeed { id organization { id } } organization { id } capability { id } ${CARD} } }`;
const MATCHES = `query ($id: ID!) { procurementNeed(id: $id) { matches(first: 10) { matches { capability { id } ${CARD} } } } }`;
const NEEDS = `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 10) { matches { procurementNeed { id } ${CARD} } } } }`;

interface Criterion {
  key: string;
  state: string;
  score: number;
  reason: string;
}
interface Match {
  procurementNeed: { id: string; organization: { id: string } | null };
  capability: { id: string };
  fit: string;
  card: { score: number; reachable: number; criteria: Criterion[] };
}

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let need: TestNeed;
let offers: TestCapability[];

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app, { regionCode: '330206' })];
  const price = (min: string) => ({ min, max: null, currency: 'CNY', taxIncluded: true, basis: '件' });
  offers = [
    await aCapability(app, caster.key, { title: '铝合金压铸壳体', price: price('60'), leadTimeDays: 20 }),
    await aCapability(app, caster.key, { title: '铝合金压铸', price: price('97') }),
    await aCapability(app, caster.key, { title: '压铸件', price: price('240'), leadTimeDays: 90 }),
    await aCapability(app, caster.key, {
      title: '铝铸件',
      capacity: { amount: '1000', unit: '件', period: Period.MONTH },
    }),
  ];
  need = await aNeed(
    app,
    buyer.key,
    {
      title: '铝合金压铸壳体',
      alias: '某链主·杭州',
      requiredCertificates: ['iatf-16949'],
      deliveryRegionCode: '3302',
      deliverBy: inDays(60).toISOString().slice(0, 10),
      statedTargetPrice: { amount: '95', currency: 'CNY', taxIncluded: true, basis: '件' },
      targetPriceShown: false,
    },
    [{ quantityAmount: '5000', quantityUnit: '件', quantityPeriod: Period.MONTH }],
  );
  await indexed(app, 'needs', need.key);
  await indexed(app, 'capabilities', ...offers.map(({ key }) => key));
});
afterAll(() => app.close());

const matchOf = async (client: GraphqlClient, needId = need.id, capabilityId = offers[0]!.id) =>
  (await client.ok<{ match: Match | null }>(MATCH, { needId, capabilityId })).match;

/** A card without the one sentence that a side may keep to itself. */
const common = ({ fit, card }: Pick<Match, 'fit' | 'card'>) => ({
  fit,
  ...card,
  criteria: card.criteria.map((each) => (each.key === 'PRICE' ? { ...each, reason: '' } : each)),
});
const priceOf = ({ card }: Match) => card.criteria.find(({ key }) => key === 'PRICE')!;

describe('the match of a need and a capability', () => {
  it('is the same card for buyer, supplier and staff, but for the number that the buyer hides', async () => {
    const staff = (await aStaffMember(app)).client;
    for (const { id } of offers) {
      const [own, theirs, helped] = [
        (await matchOf(buyer.viewer.client, need.id, id))!,
        (await matchOf(caster.viewer.client, need.id, id))!,
        (await matchOf(staff, need.id, id))!,
      ];
      expect(common(theirs)).toEqual(common(own));
      expect(common(helped)).toEqual(common(own));
      expect(JSON.stringify([theirs, helped])).not.toContain('95 CNY');
    }
    const [own, theirs] = [await matchOf(buyer.owner.client), await matchOf(caster.owner.client)];
    expect(priceOf(own!).reason).toContain('目标价 95 CNY（对外不公开）');
    expect(priceOf(theirs!)).toMatchObject({ state: 'MET', reason: '在买方价格区间内：是' });
  });

  it('is what stands in the lists of both sides', async () => {
    const { procurementNeed } = await buyer.owner.client.ok<{
      procurementNeed: { matches: { matches: Match[] } };
    }>(MATCHES, { id: need.id });
    const listed = procurementNeed.matches.matches.find(({ capability }) =>
      offers.some(({ id }) => id === capability.id),
    )!;
    const { capability } = await caster.owner.client.ok<{
      capability: { matchingNeeds: { matches: Match[] } };
    }>(NEEDS, { id: listed.capability.id });
    const mirrored = capability.matchingNeeds.matches.find(({ procurementNeed: { id } }) => id === need.id)!;
    expect(common(mirrored)).toEqual(common(listed));
    const pair = (await matchOf(buyer.owner.client, need.id, listed.capability.id))!;
    expect(common(pair)).toEqual(common(listed));
  });

  it('shows an aliased buyer to itself and to staff only', async () => {
    expect((await matchOf(caster.owner.client))!.procurementNeed.organization).toBeNull();
    expect((await matchOf(buyer.owner.client))!.procurementNeed.organization).toEqual({ id: buyer.id });
  });

  it('is nobody else’s, nor one of what the viewer cannot see, and all of that looks alike', async () => {
    const rival = await anOrganization(app);
    const offer = await aCapability(app, rival.key);
    const hidden = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
    const draft = await aDraftNeed(app, buyer.key);
    const unoffered = await aCapability(app, caster.key, {}, { state: CapabilityState.DRAFT });
    const nothing = encodeGlobalId('ProcurementNeed', newId());
    const person = (await aPerson(app)).client;
    const asked: [GraphqlClient, string, string][] = [
      [rival.owner.client, need.id, offers[0]!.id],
      [person, need.id, offers[0]!.id],
      [rival.owner.client, hidden.id, offer.id],
      [rival.owner.client, draft.id, offer.id],
      [rival.owner.client, nothing, offer.id],
      [buyer.owner.client, need.id, unoffered.id],
      [buyer.owner.client, need.id, (await aCapability(app, buyer.key)).id],
    ];
    for (const [client, needId, capabilityId] of asked)
      expect(await matchOf(client, needId, capabilityId)).toBeNull();
    const guest = await app.asGuest().refused(MATCH, { needId: need.id, capabilityId: offers[0]!.id });
    expect(guest.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is not for a member of an invited organization in the name of another', async () => {
    const invited = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
    const offer = await aCapability(app, caster.key);
    const staff = (await aStaffMember(app)).client;
    expect(await matchOf(staff, invited.id, offer.id)).toBeNull();
    expect(await matchOf(buyer.owner.client, invited.id, offer.id)).not.toBeNull();
  });
});
