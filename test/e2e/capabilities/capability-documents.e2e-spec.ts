import { CapabilitiesIndexer, CapabilityKind, CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { OrganizationStatus } from '@app/organizations';
import { FactState, Period } from '@app/kernel';
import { indexSchema } from '@app/search';
import { aCapability } from '../../support/builders/capabilities.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let source: CapabilitiesIndexer;

beforeAll(async () => {
  app = await createTestApp();
  source = app.get(CapabilitiesIndexer);
});
afterAll(() => app.close());

const dieCasting = { conceptId: 'die-casting', kind: 'PROCESS', text: '压铸', weight: 1 };

it('a capability is found by its words and concepts, and shows its supplier', async () => {
  const { key, name } = await anUnclaimedOrganization(app, { regionCode: '330106', industryCode: 'C3392' });
  await aTier(app, key);
  const chosen = await aCertificate(app, key, { kindId: 'iatf-16949' });
  await aCertificate(app, key, { kindId: 'iso-14001' });
  const confirmedAt = '2026-01-02T03:04:05.000Z';
  const capability = await aCapability(
    app,
    key,
    {
      kind: CapabilityKind.PRODUCT,
      title: '电机壳体',
      description: '新能源汽车用',
      specification: 'CT5',
      materials: ['ADC12'],
      certificateIds: [chosen],
      capacity: { amount: '120000', unit: '件', period: Period.YEAR },
      price: { min: null, max: '88.5', currency: 'CNY', taxIncluded: true, basis: '件' },
      leadTimeDays: 30,
      regionsServed: ['31', '33'],
      innovationCatalogue: true,
    },
    { concepts: [dieCasting], factsConfirmedAt: { CAPACITY: confirmedAt } },
  );
  const [document] = await source.load([capability.key]);
  expect(document).toMatchObject({
    id: capability.key,
    version: 2,
    title: '电机壳体',
    text: '新能源汽车用 CT5',
    concepts: ['die-casting'],
    facets: {
      province: '33',
      city: '3301',
      region: '330106',
      regionServed: ['31', '33'],
      industry: ['C', 'C33', 'C339', 'C3392'],
      kind: 'PRODUCT',
      tier: ['SPECIALIZED'],
      certificate: ['iatf-16949'],
      state: 'DECLARED',
      claimed: 'UNCLAIMED',
      flag: ['INNOVATION_CATALOGUE'],
      organizationId: key,
      leadTimeDays: 30,
      capacityPerMonth: 10000,
      priceAmount: 88.5,
      minimumOrder: null,
      confirmedAt: Date.parse(confirmedAt),
    },
  });
  expect(document!.keywords).toEqual(expect.arrayContaining(['压铸', 'die casting', 'ADC12', name]));
  const known = new Set(indexSchema('capabilities').fields.map(({ name: field }) => field));
  expect(Object.keys(document!.facets).filter((field) => !known.has(field))).toEqual([]);
});

it('an inferred one does not answer to the name of its company', async () => {
  const { key, name } = await anUnclaimedOrganization(app);
  const { key: id } = await aCapability(app, key, {}, { factState: FactState.INFERRED });
  const [document] = await source.load([id]);
  expect(document!.facets['state']).toBe('INFERRED');
  expect(document!.keywords).not.toContain(name);
});

it('drafts, withdrawn ones and those of closed companies are not given', async () => {
  const { key } = await anOrganization(app);
  const closed = await anOrganization(app, { status: OrganizationStatus.REVOKED });
  const hidden = [
    await aCapability(app, key, {}, { state: CapabilityState.DRAFT }),
    await aCapability(app, key, {}, { state: CapabilityState.WITHDRAWN }),
    await aCapability(app, closed.key),
  ];
  expect(await source.load(hidden.map((capability) => capability.key))).toEqual([]);
});

it('a change of the supplier reaches all of its capabilities as a newer version', async () => {
  const [organization, other] = [await anUnclaimedOrganization(app), await anUnclaimedOrganization(app)];
  const own = [await aCapability(app, organization.key), await aCapability(app, organization.key)].map(
    ({ key }) => key,
  );
  await aCapability(app, other.key);
  const [before] = await source.load([own[0]!]);
  await app
    .get(Transactions)
    .query('update organization set version = version + 1 where id = $1', [organization.key]);
  const [after] = await source.load([own[0]!]);
  expect(after!.version).toBe(before!.version + 1);
  expect([...(await source.dependents('Organization', [organization.key]))].sort()).toEqual([...own].sort());
});

it('all come once in the order of ids, one statement a page', async () => {
  const { key } = await anUnclaimedOrganization(app);
  for (let i = 0; i < 5; i++) await aCapability(app, key);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { result, statements } = await app.statements.during(() => source.page(after, 3));
    expect(statements).toHaveLength(1);
    if (result.length === 0) break;
    ids.push(...result.map(({ id }) => id));
    after = result.at(-1)!.id;
  }
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(await source.count());
});
