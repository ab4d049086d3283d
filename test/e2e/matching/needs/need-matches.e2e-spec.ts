import { Period } from '@app/kernel';
import { CapabilityKind } from '@app/capabilities';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aPerson, aStaffMember } from '../../../support/builders/identity.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const MATCHES = `query ($id: ID!, $first: Int = 20) { procurementNeed(id: $id) { matches(first: $first) {
  parts { text role } conditions { label value }
  matches { organization { id name } capability { id title }
    card { score criteria { key state score reason } } } } } }`;

interface Card {
  score: number;
  criteria: { key: string; state: string; score: number; reason: string }[];
}
interface List {
  parts: { text: string; role: string }[];
  conditions: { label: string; value: string }[];
  matches: { organization: { id: string }; capability: { id: string }; card: Card }[];
}

const TARGET = { amount: '95', currency: 'CNY', taxIncluded: true, basis: '件' };

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let casting: TestCapability;
let need: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app, { regionCode: '330206' })];
  const moulder = await anUnclaimedOrganization(app, { regionCode: '3205' });
  casting = await aCapability(app, caster.key, {
    title: '铝合金压铸壳体',
    capacity: { amount: '80000', unit: '件', period: Period.MONTH },
    leadTimeDays: 20,
    price: { min: '120', max: '150', currency: 'CNY', taxIncluded: true, basis: '件' },
  });
  await aCertificate(app, caster.key, { kindId: 'iatf-16949' });
  const moulding = await aCapability(app, moulder.key, { title: '注塑件', kind: CapabilityKind.PRODUCT });
  const own = await aCapability(app, buyer.key, { title: '铝合金压铸壳体' });
  await indexed(app, 'capabilities', casting.key, moulding.key, own.key);
  need = await aNeed(
    app,
    buyer.key,
    {
      title: '铝合金压铸壳体',
      requiredCertificates: ['iatf-16949'],
      deliveryRegionCode: '3302',
      deliverBy: inDays(40).toISOString().slice(0, 10),
      statedTargetPrice: TARGET,
      targetPriceShown: false,
    },
    [{ quantityAmount: '50000', quantityUnit: '件', quantityPeriod: Period.MONTH }],
  );
});
afterAll(() => app.close());

const listFor = async (client: GraphqlClient, id = need.id) =>
  (await client.ok<{ procurementNeed: { matches: List | null } | null }>(MATCHES, { id })).procurementNeed;
const criterion = (list: List, key: string) => list.matches[0]!.card.criteria.find((c) => c.key === key)!;

describe('the matches of a stored need', () => {
  it('compares what the buyer stated with what suppliers state, the buyer itself left out', async () => {
    const list = (await listFor(buyer.editor.client))!.matches!;
    expect(list.matches[0]).toMatchObject({
      organization: { id: caster.id },
      capability: { id: casting.id },
    });
    expect(list.matches.map(({ organization }) => organization.id)).not.toContain(buyer.id);
    expect(list.parts.map(({ text }) => text)).toEqual(expect.arrayContaining(['压铸']));
    for (const key of ['CAPACITY', 'LEAD_TIME', 'CERTIFICATES', 'REGION'])
      expect([key, criterion(list, key).state]).toEqual([key, 'MET']);
  });

  it('shows a hidden target price to the buyer’s members in numbers, to staff only as within or above', async () => {
    const own = (await listFor(buyer.viewer.client))!.matches!;
    expect(criterion(own, 'PRICE').reason).toContain('95');
    const staff = (await listFor((await aStaffMember(app)).client))!.matches!;
    expect(criterion(staff, 'PRICE')).toMatchObject({
      state: 'UNMET',
      score: 0,
      reason: '在买方价格区间内：否',
    });
    expect(JSON.stringify(staff)).not.toContain('95 CNY');
    expect(staff.conditions).toContainEqual({ label: '目标价', value: '买方未公开' });
  });

  it('is for the buyer’s members and staff; others see the need without it', async () => {
    for (const client of [buyer.owner.client, buyer.viewer.client, (await aStaffMember(app)).client])
      expect((await listFor(client))?.matches?.matches).toContainEqual(
        expect.objectContaining({ organization: expect.objectContaining({ id: caster.id }) as object }),
      );
    for (const client of [app.asGuest(), (await aPerson(app)).client, caster.owner.client])
      expect(await listFor(client)).toEqual({ matches: null });
  });

  it('of a draft is for the buyer’s members alone', async () => {
    const draft = await aDraftNeed(app, buyer.key);
    expect((await listFor(buyer.viewer.client, draft.id))?.matches?.matches.length).toBeGreaterThan(0);
    for (const client of [(await aStaffMember(app)).client, caster.owner.client, app.asGuest()])
      expect(await listFor(client, draft.id)).toBeNull();
  });

  it('refuses a number of matches that is out of range', async () => {
    const error = await buyer.owner.client.refused(MATCHES, { id: need.id, first: 101 });
    expect(error.extensions.code).toBe('BAD_INPUT');
  });

  it('takes the same number of statements for 1 and for 20 matches', async () => {
    const keys = [];
    for (let i = 0; i < 20; i++) {
      const supplier = await anUnclaimedOrganization(app);
      keys.push((await aCapability(app, supplier.key, { title: '铝合金压铸' })).key);
    }
    await indexed(app, 'capabilities', ...keys);
    const count = async (first: number) => {
      const ask = () => buyer.owner.client.ok(MATCHES, { id: need.id, first });
      return (await app.statements.during(ask)).statements.length;
    };
    await count(20);
    expect(await count(20)).toBe(await count(1));
  });
});
