import { Period } from '@app/kernel';
import { SupplyResponseState } from '@app/supply-responses';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aNeed, inDays, type TestNeed } from '../../../support/builders/procurement.js';
import { aResponse } from '../../../support/builders/supply-responses.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const CARD =
  'supplyResponse { id } card { score reachable factsKnown factsAsked decidingFact criteria { key state score reason statedForNeed } }';
const MATCHES = `query ($id: ID!) { procurementNeed(id: $id) { matches(first: 10) { matches { capability { id } ${CARD} } } } }`;
const NEEDS = `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 10) { matches { procurementNeed { id } ${CARD} } } } }`;
const MATCH = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) { ${CARD} } }`;

interface Criterion {
  key: string;
  state: string;
  reason: string;
  statedForNeed: boolean;
}
interface Match {
  capability: { id: string };
  procurementNeed: { id: string };
  supplyResponse: { id: string } | null;
  card: { score: number; factsKnown: number; decidingFact: string | null; criteria: Criterion[] };
}

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let casting: TestCapability;
let need: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app)];
  casting = await aCapability(app, caster.key, { title: '铝合金压铸壳体', leadTimeDays: 90 });
});
afterAll(() => app.close());
beforeEach(async () => {
  need = await aNeed(
    app,
    buyer.key,
    { requiredCertificates: ['iatf-16949'], deliverBy: inDays(40).toISOString().slice(0, 10) },
    [
      {
        name: '电机壳体',
        process: '压铸',
        quantityAmount: '5000',
        quantityUnit: '件',
        quantityPeriod: Period.MONTH,
      },
    ],
  );
  await indexed(app, 'capabilities', casting.key);
  await indexed(app, 'needs', need.key);
});

const pair = async (client: GraphqlClient, capabilityId = casting.id) =>
  (await client.ok<{ match: Match }>(MATCH, { needId: need.id, capabilityId })).match;
const listed = async (client: GraphqlClient) =>
  (await client.ok<{ procurementNeed: { matches: { matches: Match[] } } }>(MATCHES, { id: need.id }))
    .procurementNeed.matches.matches;
const mirrored = async (client: GraphqlClient) =>
  (
    await client.ok<{ capability: { matchingNeeds: { matches: Match[] } } }>(NEEDS, { id: casting.id })
  ).capability.matchingNeeds.matches.find(({ procurementNeed }) => procurementNeed.id === need.id)!;
const stateOf = ({ card }: Match, key: string) => card.criteria.find((each) => each.key === key)!;

const stated = {
  capacityAmount: '8000',
  capacityUnit: '件',
  capacityPeriod: Period.MONTH,
  leadTimeDays: 25,
  certificates: '已通过 IATF 16949',
};

describe('a supply response in the match', () => {
  it('counts with its facts as declared for this need, on the cards of both sides', async () => {
    const before = await pair(buyer.viewer.client);
    expect(['CAPACITY', 'CERTIFICATES'].map((key) => stateOf(before, key).state)).toEqual([
      'UNKNOWN',
      'UNKNOWN',
    ]);
    const { id } = await aResponse(app, need.key, caster.key, stated);
    const after = await pair(buyer.viewer.client);
    expect(after.supplyResponse).toEqual({ id });
    for (const key of ['CAPACITY', 'LEAD_TIME', 'CERTIFICATES'])
      expect(stateOf(after, key)).toMatchObject({ state: 'MET', statedForNeed: true });
    expect(stateOf(after, 'CONCEPT_COVERAGE').statedForNeed).toBe(false);
    expect(after.card.score).toBeGreaterThan(before.card.score);
    expect(after.card.factsKnown).toBeGreaterThan(before.card.factsKnown);
    expect(await pair(caster.viewer.client)).toEqual(after);
    const own = (await listed(buyer.viewer.client)).find(({ capability }) => capability.id === casting.id)!;
    expect([own.card, own.supplyResponse]).toEqual([after.card, after.supplyResponse]);
    const theirs = await mirrored(caster.viewer.client);
    expect([theirs.card, theirs.supplyResponse]).toEqual([after.card, after.supplyResponse]);
  });

  it('is between the two: staff sees neither that it is there nor what it says', async () => {
    const staff = (await aStaffMember(app)).client;
    const [before, listedBefore, mirroredBefore] = [
      await pair(staff),
      await listed(staff),
      await mirrored(staff),
    ];
    await aResponse(app, need.key, caster.key, stated);
    expect([await pair(staff), await listed(staff), await mirrored(staff)]).toEqual([
      before,
      listedBefore,
      mirroredBefore,
    ]);
  });

  it('counts no more once it is withdrawn', async () => {
    const before = await pair(buyer.owner.client);
    await aResponse(app, need.key, caster.key, { ...stated, state: SupplyResponseState.WITHDRAWN });
    expect((await pair(buyer.owner.client)).card).toEqual(before.card);
  });

  it('that names a capability speaks of that one, which is compared however it is worded', async () => {
    const odd = await aCapability(app, caster.key, { title: '来料加工' });
    await aResponse(app, need.key, caster.key, { ...stated, capabilityId: odd.key });
    expect(stateOf(await pair(buyer.owner.client), 'CAPACITY').state).toBe('UNKNOWN');
    expect(stateOf(await pair(buyer.owner.client, odd.id), 'CAPACITY').state).toBe('MET');
    const rival = await anOrganization(app);
    const unrelated = await aCapability(app, rival.key, { title: '工业设计服务' });
    await aResponse(app, need.key, rival.key, { ...stated, capabilityId: unrelated.key });
    expect((await listed(buyer.owner.client)).map(({ capability }) => capability.id)).toContain(unrelated.id);
  });

  it('keeps the number of statements for one and for many', async () => {
    await aResponse(app, need.key, caster.key, stated);
    const count = async () => {
      const ask = () => listed(buyer.owner.client);
      return (await app.statements.during(ask)).statements.length;
    };
    await count();
    const one = await count();
    for (let i = 0; i < 5; i++) {
      const more = await anOrganization(app);
      const offer = await aCapability(app, more.key, { title: '铝合金压铸' });
      await indexed(app, 'capabilities', offer.key);
      await aResponse(app, need.key, more.key, stated);
    }
    await count();
    expect(await count()).toBe(one);
  });
});
