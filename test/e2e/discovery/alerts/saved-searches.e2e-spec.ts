import { CapabilityState } from '@app/capabilities';
import { aCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aPerson, aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization } from '../../../support/builders/organizations.js';
import { aDraftNeed, aNeed } from '../../../support/builders/procurement.js';
import { alertsOf, SAVE, savedBy, searchesOf } from '../../../support/builders/saved-searches.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const MINE = `{ mySavedSearches { totalCount edges { node { id name frequency paused } } } }`;
const UPDATE = `mutation ($input: UpdateSavedSearchInput!) { updateSavedSearch(input: $input) {
  ... on UpdateSavedSearchPayload { savedSearch { name frequency paused zone } } } }`;
const DELETE = `mutation ($input: DeleteSavedSearchInput!) { deleteSavedSearch(input: $input) {
  ... on DeleteSavedSearchPayload { deletedId } } }`;
const MATCHES = `query ($id: ID!) { node(id: $id) { ... on SavedSearch { name
  matches(first: 5) { __typename ... on Node { id } } } } }`;

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const question = (text: string, filter?: object) => ({ query: { index: 'CAPABILITIES', text, filter } });

it('a question is saved with its filter, for its owner alone', async () => {
  const [person, other] = [await aPerson(app), await aPerson(app)];
  const { saveSearch } = await person.client.ok<{ saveSearch: { savedSearch: { id: string } } }>(SAVE, {
    input: { name: ' 浙江压铸 ', ...question(' 铝合金压铸 ', { regions: ['33'], leadTimeDaysMax: 40 }) },
  });
  expect(saveSearch.savedSearch).toMatchObject({
    name: '浙江压铸',
    subject: 'QUERY',
    listingIndex: 'CAPABILITIES',
    text: '铝合金压铸',
    filter: JSON.stringify({ regions: ['33'], leadTimeDaysMax: 40 }),
    frequency: 'DAILY',
    paused: false,
    zone: 'Asia/Shanghai',
    organization: null,
  });
  expect(await person.client.ok(MINE)).toMatchObject({
    mySavedSearches: { totalCount: 1, edges: [{ node: { name: '浙江压铸' } }] },
  });
  const { id } = saveSearch.savedSearch;
  for (const stranger of [other, await aStaffMember(app)]) {
    expect(await stranger.client.ok(MATCHES, { id })).toEqual({ node: null });
    for (const [mutation, more] of [
      [UPDATE, { paused: true }],
      [DELETE, {}],
    ] as const)
      expect(
        (await stranger.client.refused(mutation, { input: { savedSearchId: id, ...more } })).extensions.code,
      ).toBe('NOT_FOUND');
  }
  expect(await searchesOf(app, person.user.id)).toMatchObject([{ paused: false }]);
  expect((await app.asGuest().refused(MINE)).extensions.code).toBe('UNAUTHENTICATED');
});

it('refuses what says nothing, several subjects, unknown codes and zones', async () => {
  const { client, user } = await aPerson(app);
  const reasons = [];
  for (const input of [
    {},
    { query: { index: 'CAPABILITIES' } },
    question('的'),
    question('压铸', { regions: ['99'] }),
    { query: { index: 'NEEDS', text: '壳体', filter: { tiers: ['LITTLE_GIANT'] } } },
    { ...question('压铸'), zone: 'Europe/Hangzhou' },
    { ...question('压铸'), needId: 'x' },
  ])
    reasons.push((await client.refused(SAVE, { input: { name: '检索', ...input } })).extensions.reason);
  expect(reasons).toEqual([
    'SAVED_SEARCH_SUBJECT',
    'SAVED_SEARCH_EMPTY',
    'SAVED_SEARCH_SAYS_NOTHING',
    'UNKNOWN_REGION',
    'SEARCH_FILTER_NOT_OF_INDEX',
    'SAVED_SEARCH_ZONE',
    'SAVED_SEARCH_SUBJECT',
  ]);
  expect(await searchesOf(app, user.id)).toEqual([]);
});

it('a need, a capability or an organization is waited with by members only', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  const draft = await aDraftNeed(app, buyer.key);
  const capability = await aCapability(app, supplier.key);
  const hidden = await aCapability(app, supplier.key, {}, { state: CapabilityState.DRAFT });
  const save = (input: object) => ({ input: { name: '匹配', ...input } });
  expect(await buyer.viewer.client.ok(SAVE, save({ needId: need.id }))).toMatchObject({
    saveSearch: {
      savedSearch: { subject: 'NEED', listingIndex: 'CAPABILITIES', procurementNeed: { id: need.id } },
    },
  });
  expect(await supplier.viewer.client.ok(SAVE, save({ capabilityId: capability.id }))).toMatchObject({
    saveSearch: {
      savedSearch: { subject: 'CAPABILITY', listingIndex: 'NEEDS', capability: { id: capability.id } },
    },
  });
  expect(await supplier.owner.client.ok(SAVE, save({ organizationId: supplier.id }))).toMatchObject({
    saveSearch: { savedSearch: { subject: 'ORGANIZATION', organization: { id: supplier.id } } },
  });
  const stranger = await anOrganization(app);
  const told = [];
  for (const input of [
    { needId: need.id },
    { needId: draft.id },
    { capabilityId: capability.id },
    { capabilityId: hidden.id },
    { organizationId: supplier.id },
  ])
    told.push((await stranger.owner.client.refused(SAVE, save(input))).extensions.code);
  expect(told).toEqual(['FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN']);
  expect(await searchesOf(app, stranger.owner.user.id)).toEqual([]);
});

it('is saved once under one key, and fifty at most', async () => {
  const { client, user } = await aPerson(app);
  const input = { name: '检索', ...question('压铸'), clientMutationId: 's-1' };
  for (let i = 0; i < 2; i++) await client.ok(SAVE, { input });
  expect(await searchesOf(app, user.id)).toHaveLength(1);
  for (let i = 1; i < 50; i++) await savedBy(client, question('压铸'));
  expect(await client.ok(SAVE, { input: { name: '多余', ...question('压铸') } })).toMatchObject({
    saveSearch: { code: 'SAVED_SEARCH_LIMIT' },
  });
  expect(await searchesOf(app, user.id)).toHaveLength(50);
});

it('is renamed, paused, resumed and deleted; twice changes nothing more', async () => {
  const { client, user } = await aPerson(app);
  const savedSearchId = await savedBy(client, question('压铸'));
  const update = async (more: object) => client.ok(UPDATE, { input: { savedSearchId, ...more } });
  const state = { name: '我的检索', frequency: 'AS_IT_HAPPENS', paused: false, zone: 'Asia/Shanghai' };
  const after = (more: object) => ({ updateSavedSearch: { savedSearch: { ...state, ...more } } });
  expect(await update({ name: '新名' })).toEqual(after({ name: '新名' }));
  expect(await update({ paused: true })).toEqual(after({ name: '新名', paused: true }));
  expect(await update({ paused: false, frequency: 'DAILY', zone: 'Europe/Berlin' })).toEqual(
    after({ name: '新名', frequency: 'DAILY', zone: 'Europe/Berlin' }),
  );
  const input = { savedSearchId };
  expect(await client.ok(DELETE, { input })).toEqual({ deleteSavedSearch: { deletedId: savedSearchId } });
  expect((await client.refused(DELETE, { input })).extensions.code).toBe('NOT_FOUND');
  expect(await searchesOf(app, user.id)).toEqual([]);
});

it('shows what it would have told of, which counts as known from the beginning', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const capability = await aCapability(app, supplier.key, { title: '镁合金压铸' });
  const other = await aCapability(app, supplier.key, { title: '镁合金锻造' });
  const need = await aNeed(app, buyer.key, { title: '镁合金压铸件' }, [{ name: '镁合金压铸件' }]);
  await indexed(app, 'capabilities', capability.key, other.key);
  await indexed(app, 'needs', need.key);
  const shown = async (client: typeof buyer.owner.client, input: object) => {
    const { node } = await client.ok<{ node: { matches: { id: string }[] } }>(MATCHES, {
      id: await savedBy(client, input),
    });
    return node.matches.map(({ id }) => id);
  };
  expect(await shown(buyer.owner.client, question('镁合金压铸'))).toEqual([capability.id]);
  expect(await shown(buyer.viewer.client, { needId: need.id })).toEqual([capability.id]);
  expect(await shown(supplier.owner.client, { capabilityId: capability.id })).toEqual([need.id]);
  expect(await shown(supplier.viewer.client, { organizationId: supplier.id })).toEqual([need.id]);
  expect(await alertsOf(app, buyer.viewer.user.id)).toMatchObject([
    { listingType: 'Capability', listingId: capability.key, settledAt: expect.any(Date) },
  ]);
});
