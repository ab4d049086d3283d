import { encodeGlobalId, newId } from '@app/kernel';
import { NeedVisibility } from '@app/procurement';
import { aCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aDraftNeed, aNeed, type TestNeed } from '../../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { Guesser } from './guesser.spec-support.js';

const SEARCH = `{ search(index: NEEDS, text: "铝合金压铸", facets: [KIND, PROVINCE, INDUSTRY]) {
  total facets { facet values { value count } } hits { item { ... on ProcurementNeed { id } } score } } }`;
const OPEN = `{ procurementNeeds { totalCount edges { node { id } } } }`;
const MINE = `query ($id: ID!) { organization(id: $id) { matchingNeeds { compared matches { procurementNeed { id } card { score } } } } }`;

/** What may be tried with the id of a need that one is not to know of. */
const TRIED: readonly string[] = [
  'query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) { fit } }',
  'query ($needId: ID!) { procurementNeed(id: $needId) { title } }',
  'query ($needId: ID!) { node(id: $needId) { id } }',
  `mutation ($needId: ID!, $acting: ID!) { hideMatch(input: { actingOrganizationId: $acting, needId: $needId, supplierId: $acting }) { __typename } }`,
  `mutation ($needId: ID!, $acting: ID!) { showMatchAgain(input: { actingOrganizationId: $acting, needId: $needId, supplierId: $acting }) { supplierId } }`,
  `mutation ($needId: ID!, $acting: ID!, $capabilityId: ID!) { giveMatchFeedback(input: { actingOrganizationId: $acting, needId: $needId, capabilityId: $capabilityId, verdict: FITS }) { __typename } }`,
  `mutation ($needId: ID!, $acting: ID!) { respondToNeed(input: { actingOrganizationId: $acting, needId: $needId, message: "我司可供" }) { __typename } }`,
];

let app: TestApp;
let buyer: TestOrganization;
let guesser: Guesser;

beforeAll(async () => {
  app = await createTestApp();
  buyer = await anOrganization(app, { name: '杭州匿名整车制造有限公司' });
  const supplier = await anOrganization(app);
  guesser = new Guesser(supplier, await aCapability(app, supplier.key, { title: '铝合金压铸壳体' }));
});
afterAll(() => app.close());

/** All that lists, totals, facets, scores and orders tell the guesser. */
async function everythingListed(): Promise<string> {
  const { client, organization } = guesser;
  const answers = [
    await client.send(SEARCH),
    await client.send(OPEN),
    await client.send(MINE, { id: organization.id }),
  ];
  return JSON.stringify([...answers, await guesser.list()]);
}

/** What the guesser is told when it tries an id. */
async function toldOf(needId: string): Promise<string> {
  const { client, organization, capability } = guesser;
  const answers = [];
  for (const document of TRIED) {
    const variables = { needId, acting: organization.id, capabilityId: capability.id };
    answers.push(await client.send(document, variables));
  }
  return JSON.stringify(answers);
}

const secrets: [string, () => Promise<TestNeed>][] = [
  ['a draft', () => aDraftNeed(app, buyer.key)],
  ['a need by invitation', () => aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY })],
];

describe('a supplier that guesses at needs that it is not to know of', () => {
  it.each(secrets)(
    'learns nothing of %s from lists, totals, facets, scores and orders',
    async (_what, make) => {
      const open = await aNeed(app, buyer.key);
      await indexed(app, 'needs', open.key);
      const before = await everythingListed();
      const secret = await make();
      await indexed(app, 'needs', secret.key);
      expect(await everythingListed()).toBe(before);
    },
  );

  it.each(secrets)('is told of %s what it is told of nothing, whatever it tries', async (_what, make) => {
    const secret = await make();
    const nothing = encodeGlobalId('ProcurementNeed', newId());
    expect((await toldOf(secret.id)).replaceAll(secret.id, '#')).toBe(
      (await toldOf(nothing)).replaceAll(nothing, '#'),
    );
  });
});

describe('a supplier that guesses at the buyer behind an alias', () => {
  const BLOCK = `mutation ($input: BlockOrganizationInput!) { blockOrganization(input: $input) { __typename } }`;

  it('reads its name nowhere', async () => {
    const aliased = await aNeed(app, buyer.key, { alias: '某整车链主' });
    await indexed(app, 'needs', aliased.key);
    const list = await guesser.list();
    const of = list.matches.find(({ procurementNeed }) => procurementNeed.id === aliased.id)!;
    expect(of.procurementNeed).toMatchObject({ alias: '某整车链主', organization: null });
    const read = JSON.stringify([of, await guesser.answerOf(aliased.id), await toldOf(aliased.id)]);
    for (const identity of [buyer.name, buyer.id, buyer.key, buyer.creditCode])
      expect(read).not.toContain(identity);
  });

  it('does not see a need under an alias go when it blocks the buyer, and named ones do', async () => {
    const [named, aliased] = [await aNeed(app, buyer.key), await aNeed(app, buyer.key, { alias: '某链主' })];
    await indexed(app, 'needs', named.key, aliased.key);
    const shown = async () => (await guesser.list()).matches.map(({ procurementNeed }) => procurementNeed.id);
    expect(await shown()).toEqual(expect.arrayContaining([named.id, aliased.id]));
    await guesser.client.ok(BLOCK, {
      input: { actingOrganizationId: guesser.organization.id, organizationId: buyer.id },
    });
    const after = await shown();
    expect([after.includes(named.id), after.includes(aliased.id)]).toEqual([false, true]);
  });

  it('finds the same card whoever the buyer is', async () => {
    const other = await anOrganization(app);
    const [one, two] = [
      await aNeed(app, buyer.key, { alias: '某链主' }),
      await aNeed(app, other.key, { alias: '某链主' }),
    ];
    await indexed(app, 'needs', one.key, two.key);
    expect(await guesser.answerOf(one.id)).toBe(await guesser.answerOf(two.id));
  });
});
