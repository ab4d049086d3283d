import { NeedState, NeedVisibility, ProcurementNeedsIndexer } from '@app/procurement';
import { aPerson, aStaffMember } from '../../support/builders/identity.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, setNeed } from '../../support/builders/procurement.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const EVERYTHING = `query ($id: ID!) { procurementNeed(id: $id) {
  id kind state visibility title description alias version open publishedAt createdAt updatedAt replyDeadline deliverBy
  smeReserved purpose paymentTerms cancellationReason deliveryRegion { code name }
  organization { id name creditCode } invitedOrganizations { id name }
  targetPrice { amount currency basis } targetPriceShown budget { min max currency } budgetShown
  requiredCertificates { id } preferredCertificates { id } parameters { parameterId } concepts { text }
  lines { id name }
} }`;
const PRICE = { amount: '97531.24', currency: 'CNY', taxIncluded: true, basis: '件' };
const BUDGET = { min: '86420.13', max: '1357986.42', currency: 'CNY' };
const SECRETS = [PRICE.amount, BUDGET.min, BUDGET.max];

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const textSeenBy = async (client: GraphqlClient, id: string) =>
  JSON.stringify((await client.send(EVERYTHING, { id })).data);

async function others(): Promise<[string, GraphqlClient][]> {
  return [
    ['guest', app.asGuest()],
    ['nobody’s member', (await aPerson(app)).client],
    ['rival', (await anOrganization(app)).owner.client],
  ];
}

function identityOf(buyer: TestOrganization): string[] {
  return [buyer.name, buyer.id, buyer.key, buyer.creditCode];
}

it('hides target price and budget from all but the buyer’s members, staff included', async () => {
  const buyer = await anOrganization(app);
  const { id } = await aNeed(app, buyer.key, { statedTargetPrice: PRICE, statedBudget: BUDGET });
  for (const [who, client] of [...(await others()), ['staff', (await aStaffMember(app)).client] as const]) {
    const text = await textSeenBy(client, id);
    expect(text).toContain('"targetPrice":null');
    expect([who, SECRETS.filter((secret) => text.includes(secret))]).toEqual([who, []]);
  }
  const own = await textSeenBy(buyer.viewer.client, id);
  expect(SECRETS.filter((secret) => own.includes(secret))).toEqual(SECRETS);
});

it('shows each of them to everybody when the buyer shows it', async () => {
  const buyer = await anOrganization(app);
  const stated = { statedTargetPrice: PRICE, statedBudget: BUDGET };
  const priced = await textSeenBy(
    app.asGuest(),
    (await aNeed(app, buyer.key, { ...stated, targetPriceShown: true })).id,
  );
  expect(SECRETS.filter((secret) => priced.includes(secret))).toEqual([PRICE.amount]);
  const budgeted = await textSeenBy(
    app.asGuest(),
    (await aNeed(app, buyer.key, { ...stated, budgetShown: true })).id,
  );
  expect(SECRETS.filter((secret) => budgeted.includes(secret))).toEqual([BUDGET.min, BUDGET.max]);
});

it('hides the buyer behind its alias from all but its members and staff', async () => {
  const buyer = await anOrganization(app, { name: '杭州隐名汽车有限公司' });
  const { id } = await aNeed(app, buyer.key, { alias: '某新能源汽车链主·杭州' });
  for (const [who, client] of await others()) {
    const text = await textSeenBy(client, id);
    expect(text).toContain('某新能源汽车链主·杭州');
    expect([who, identityOf(buyer).filter((secret) => text.includes(secret))]).toEqual([who, []]);
  }
  for (const client of [buyer.viewer.client, (await aStaffMember(app)).client])
    expect(await textSeenBy(client, id)).toContain(buyer.name);
});

describe('in search', () => {
  it('an alias hides the buyer, a hidden budget stays out, and both come in when shown', async () => {
    const buyer = await anOrganization(app, { name: '宁波隐名电机有限公司' });
    const hidden = await aNeed(app, buyer.key, {
      alias: '某链主·宁波',
      statedBudget: BUDGET,
      statedTargetPrice: PRICE,
    });
    const shown = await aNeed(app, buyer.key, {
      statedBudget: BUDGET,
      budgetShown: true,
      deliveryRegionCode: '330206',
    });
    const indexer = app.get(ProcurementNeedsIndexer);
    const [secret] = await indexer.load([hidden.key]);
    const text = JSON.stringify(secret);
    expect([...identityOf(buyer), ...SECRETS].filter((word) => text.includes(word))).toEqual([]);
    expect(secret?.facets).toMatchObject({ organizationId: null, budgetAmount: null, state: 'PUBLISHED' });
    expect(secret?.keywords).toContain('某链主·宁波');
    const [open] = await indexer.load([shown.key]);
    expect(open?.keywords).toContain(buyer.name);
    expect(open?.facets).toMatchObject({
      organizationId: buyer.key,
      budgetAmount: 1357986.42,
      province: '33',
      city: '3302',
      region: '330206',
    });
    expect(await indexer.dependents('Organization', [buyer.key])).toEqual(
      expect.arrayContaining([hidden.key, shown.key]),
    );
  });

  it('has only published needs that everybody may see', async () => {
    const buyer = await anOrganization(app);
    const found = await aNeed(app, buyer.key, { title: '可检索壳体' });
    const closed = await aNeed(app, buyer.key);
    await setNeed(app, closed.key, { state: NeedState.CLOSED });
    const keys = [
      found.key,
      closed.key,
      (await aDraftNeed(app, buyer.key)).key,
      (await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY })).key,
      (await aNeed(app, buyer.key, { visibility: NeedVisibility.VERIFIED_SUPPLIERS })).key,
    ];
    const indexer = app.get(ProcurementNeedsIndexer);
    expect((await indexer.load(keys)).map(({ id }) => id)).toEqual([found.key]);
    const paged = (await indexer.page(null, 100)).map(({ id }) => id);
    expect(keys.filter((key) => paged.includes(key))).toEqual([found.key]);
    expect(await indexer.count()).toBe(paged.length);
  });
});
