import { CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { AlertDigests, SAVED_SEARCH_ALERTS, SavedSearchAlerts } from '@app/discovery';
import { NeedState, NeedVisibility } from '@app/procurement';
import { IndexConsumer } from '@app/search';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { aPerson, messagesTo, type TestPerson } from '../../../support/builders/identity.js';
import { carry, notificationsOf, openDeliveries } from '../../../support/builders/notifications.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aNeed, setNeed } from '../../../support/builders/procurement.js';
import { alertsOf, changed, savedBy, searchesOf } from '../../../support/builders/saved-searches.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const UPDATE = `mutation ($input: UpdateSavedSearchInput!) { updateSavedSearch(input: $input) { __typename } }`;
const HIDE = `mutation ($input: HideMatchInput!) { hideMatch(input: $input) { __typename } }`;
const BLOCK = `mutation ($input: BlockOrganizationInput!) { blockOrganization(input: $input) { __typename } }`;
const DELETE = `mutation ($input: DeleteSavedSearchInput!) { deleteSavedSearch(input: $input) { __typename } }`;
const PUBLISH = `mutation ($input: PublishCapabilityInput!) { publishCapability(input: $input) { __typename } }`;

let app: TestApp;
let supplier: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  supplier = await anOrganization(app, { regionCode: '330109' });
});
afterAll(() => app.close());

/** A question for a word that no other test uses. */
const question = (text: string, filter?: object) => ({ query: { index: 'CAPABILITIES', text, filter } });
const idsOf = async (person: TestPerson) =>
  (await notificationsOf(person.client)).map(({ targetId }) => targetId);

/** A capability that is published now, as the worker learns of it. */
async function comes(title: string, organization = supplier): Promise<TestCapability> {
  const capability = await aCapability(app, organization.key, { title });
  await changed(app, 'Capability', capability.key);
  return capability;
}

it('what is published is told as soon as search knows it, in the reader’s language, in the list and by mail', async () => {
  const reader = await aPerson(app, { email: 'reader@example.com' });
  await savedBy(reader.client, { name: '钛合金', ...question('钛合金锻造', { regions: ['33'] }) });
  const draft = await aCapability(
    app,
    supplier.key,
    { title: '钛合金锻造' },
    { state: CapabilityState.DRAFT },
  );
  const input = { actingOrganizationId: supplier.id, capabilityId: draft.id };
  await supplier.editor.client.ok(PUBLISH, { input });
  await carry(app, SavedSearchAlerts);
  expect(await notificationsOf(reader.client)).toEqual([]);
  await carry(app, IndexConsumer);
  await carry(app, SavedSearchAlerts);
  expect(await notificationsOf(reader.client)).toMatchObject([
    {
      kind: 'SAVED_SEARCH_ALERT',
      code: 'NOTICE_ALERT_ONE',
      title: '“钛合金”有新结果',
      text: '您保存的“钛合金”有新结果：钛合金锻造。',
      targetId: draft.id,
    },
  ]);
  expect((await notificationsOf(reader.client.in('en')))[0]?.text).toBe(
    'Your saved search “钛合金” found 钛合金锻造.',
  );
  const [message] = await messagesTo(app, 'reader@example.com');
  expect(message?.params).toMatchObject({ unsubscribe: expect.stringMatching(/\/u\/[A-Za-z0-9_-]{43}$/) });
  expect(await openDeliveries(app, SAVED_SEARCH_ALERTS)).toEqual([]);
});

it('once per listing and reader for ever: changed again, found by two searches, delivered twice, searched anew', async () => {
  const reader = await aPerson(app);
  const first = await savedBy(reader.client, question('锆陶瓷'));
  await savedBy(reader.client, question('锆陶瓷 插芯'));
  const capability = await comes('锆陶瓷插芯');
  await changed(app, 'Capability', capability.key);
  await app.get(Transactions)
    .query(`insert into event_delivery (event_id, consumer, aggregate_type, aggregate_id)
    select id, '${SAVED_SEARCH_ALERTS}', aggregate_type, aggregate_id from domain_event where type = 'ListingSearchable'`);
  await carry(app, SavedSearchAlerts);
  await reader.client.ok(DELETE, { input: { savedSearchId: first } });
  await savedBy(reader.client, question('锆陶瓷'));
  await changed(app, 'Capability', capability.key);
  expect(await idsOf(reader)).toEqual([capability.id]);
  expect(await alertsOf(app, reader.user.id)).toHaveLength(1);
});

it('two workers at once tell once', async () => {
  const reader = await aPerson(app);
  await savedBy(reader.client, question('铍铜'));
  const capability = await aCapability(app, supplier.key, { title: '铍铜带材' });
  const delivery = {
    ...{ id: '0', eventId: '0', type: 'ListingSearchable', ids: {}, attempts: 1 },
    ...{ aggregateType: 'Capability', aggregateId: capability.key },
  };
  await Promise.all([1, 2, 3].map(() => app.get(SavedSearchAlerts).handle([delivery])));
  expect(await idsOf(reader)).toEqual([capability.id]);
});

it('a worker that dies in the middle leaves neither mark nor message, and the next one tells', async () => {
  const reader = await aPerson(app, { email: 'crash@example.com' });
  await savedBy(reader.client, question('铌铁'));
  await app.get(Transactions).query(`create function refuse_settling() returns trigger language plpgsql as
    $$ begin raise exception 'the worker is gone'; end $$`);
  await app
    .get(Transactions)
    .query(
      'create trigger refuse_settling before update on listing_alert for each row execute function refuse_settling()',
    );
  const capability = await comes('铌铁合金');
  expect([await idsOf(reader), await alertsOf(app, reader.user.id)]).toEqual([[], []]);
  expect(await messagesTo(app, 'crash@example.com')).toEqual([]);
  await app.get(Transactions).query('drop trigger refuse_settling on listing_alert');
  await app
    .get(Transactions)
    .query('update event_delivery set due_at = now() where consumer = $1', [SAVED_SEARCH_ALERTS]);
  await carry(app, SavedSearchAlerts);
  expect(await idsOf(reader)).toEqual([capability.id]);
  expect(await messagesTo(app, 'crash@example.com')).toHaveLength(1);
});

it('several at once are one notice', async () => {
  const reader = await aPerson(app);
  const search = await savedBy(reader.client, { name: '石墨', ...question('石墨烯') });
  const keys = [];
  for (let i = 1; i < 6; i++)
    keys.push((await aCapability(app, supplier.key, { title: `石墨烯${i}号` })).key);
  await changed(app, 'Capability', ...keys);
  expect(await notificationsOf(reader.client)).toMatchObject([
    {
      code: 'NOTICE_ALERT_MANY',
      targetId: search,
      text: expect.stringContaining('有 5 条新结果：石墨烯1号、'),
    },
  ]);
});

it('tells of nothing that does not fit, is the reader’s own, is withdrawn, or comes while it is paused or off', async () => {
  const [reader, paused, off] = [await aPerson(app), await aPerson(app), await aPerson(app)];
  await savedBy(reader.client, question('铼粉', { regions: ['31'] }));
  await savedBy(supplier.viewer.client, question('铼粉'));
  const waiting = await savedBy(paused.client, question('铼粉'));
  const input = { savedSearchId: waiting, paused: true };
  await paused.client.ok(UPDATE, { input });
  await savedBy(off.client, { ...question('铼粉'), frequency: 'OFF' });
  const capability = await comes('铼粉');
  const gone = await aCapability(app, supplier.key, { title: '铼粉' }, { state: CapabilityState.WITHDRAWN });
  await paused.client.ok(UPDATE, { input: { ...input, paused: false } });
  await changed(app, 'Capability', gone.key);
  for (const person of [reader, supplier.viewer, paused, off]) expect(await idsOf(person)).toEqual([]);
  await changed(app, 'Capability', capability.key);
  expect(await idsOf(paused)).toEqual([capability.id]);
});

it('a buyer is told of capabilities that fit its need, and of no others; who has left is told nothing', async () => {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key, { title: '注塑医用导管接头' }, [
    { name: '导管接头', process: '注塑' },
  ]);
  for (const person of [buyer.owner, buyer.viewer]) await savedBy(person.client, { needId: need.id });
  await app
    .get(Transactions)
    .query('delete from organization_member where user_id = $1', [buyer.viewer.user.id]);
  await comes('数控车床维修');
  const fitting = await comes('医用导管接头注塑');
  expect(await idsOf(buyer.owner)).toEqual([fitting.id]);
  expect(await alertsOf(app, buyer.viewer.user.id)).toEqual([]);
});

it('a supplier is told of needs that address it: public ones, for the verified, by invitation; under the alias', async () => {
  const buyer = await anOrganization(app, { name: '嘉兴秘密采购有限公司' });
  const [invited, stranger] = [await anOrganization(app), await anOrganization(app)];
  for (const organization of [invited, stranger]) {
    await aCapability(app, organization.key, { title: '粉末冶金齿轮' });
    await savedBy(organization.owner.client, { organizationId: organization.id });
  }
  const terms = { title: '粉末冶金齿轮', alias: '某链主' };
  const lines = [{ name: '粉末冶金齿轮' }];
  const comesUp = async (visibility = NeedVisibility.PUBLIC, state = NeedState.PUBLISHED) => {
    const need = await aNeed(app, buyer.key, { ...terms, visibility }, lines);
    await setNeed(app, need.key, { state });
    if (visibility === NeedVisibility.INVITED_ONLY)
      await app
        .get(Transactions)
        .query('insert into need_invitation values ($1, $2, now())', [need.key, invited.key]);
    await changed(app, 'ProcurementNeed', need.key);
    return need;
  };
  const open = await comesUp();
  const verified = await comesUp(NeedVisibility.VERIFIED_SUPPLIERS);
  const closed = await comesUp(NeedVisibility.INVITED_ONLY);
  await comesUp(NeedVisibility.PUBLIC, NeedState.CLOSED);
  expect((await idsOf(invited.owner)).reverse()).toEqual([open.id, verified.id, closed.id]);
  expect((await idsOf(stranger.owner)).reverse()).toEqual([open.id, verified.id]);
  expect(JSON.stringify(await notificationsOf(invited.owner.client))).not.toContain(buyer.name);
});

it('waits with what a need asks for now, not with what it asked for when it was saved', async () => {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key, { title: '硅胶密封圈' }, [{ name: '硅胶密封圈' }]);
  await savedBy(buyer.owner.client, { needId: need.id });
  await setNeed(app, need.key, { title: '碳化硅陶瓷环' });
  await app
    .get(Transactions)
    .query(`update need_line set name = '碳化硅陶瓷环' where need_id = $1`, [need.key]);
  await changed(app, 'ProcurementNeed', need.key);
  const fitting = await comes('碳化硅陶瓷环');
  expect(await idsOf(buyer.owner)).toEqual([fitting.id]);
});

it('a digest comes once a day at the reader’s hour, with what still is there; killed in between, once all the same', async () => {
  const reader = await aPerson(app);
  await savedBy(reader.client, { name: '钽', ...question('钽电容'), frequency: 'DAILY' });
  const kept = await comes('钽电容甲');
  const gone = await comes('钽电容乙');
  await app.get(Transactions).query(`update capability set state = 'WITHDRAWN' where id = $1`, [gone.key]);
  const digest = () => app.get(AlertDigests).handle();
  await digest();
  expect(await idsOf(reader)).toEqual([]);
  await app
    .get(Transactions)
    .query(`update saved_search set next_digest_at = now() - interval '1 second' where user_id = $1`, [
      reader.user.id,
    ]);
  await Promise.all([digest(), digest()]);
  await digest();
  expect(await idsOf(reader)).toEqual([kept.id]);
  const [search] = await searchesOf(app, reader.user.id);
  expect(search!.nextDigestAt.getTime()).toBeGreaterThan(Date.now());
  expect(await alertsOf(app, reader.user.id)).toMatchObject([
    { settledAt: expect.any(Date) },
    { settledAt: expect.any(Date) },
  ]);
});

it('a digest names nothing that was hidden or blocked since it was found', async () => {
  const [buyer, hidden, blocked] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const need = await aNeed(app, buyer.key, { title: '锻造铝轮毂' }, [{ name: '锻造铝轮毂' }]);
  await savedBy(buyer.owner.client, { needId: need.id, frequency: 'DAILY' });
  const kept = await comes('锻造铝轮毂');
  for (const supplierToBe of [hidden, blocked]) await comes('锻造铝轮毂', supplierToBe);
  expect(await alertsOf(app, buyer.owner.user.id)).toHaveLength(3);
  const acting = { actingOrganizationId: buyer.id };
  await buyer.editor.client.ok(HIDE, { input: { ...acting, needId: need.id, supplierId: hidden.id } });
  await buyer.editor.client.ok(BLOCK, { input: { ...acting, organizationId: blocked.id } });
  await app
    .get(Transactions)
    .query(`update saved_search set next_digest_at = now() - interval '1 second' where user_id = $1`, [
      buyer.owner.user.id,
    ]);
  await app.get(AlertDigests).handle();
  expect(await idsOf(buyer.owner)).toEqual([kept.id]);
});

it('a saved question tells of nothing that the reader’s organization hid, or that a block puts out of its sight', async () => {
  const [reader, buyer, blocked] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const acting = { actingOrganizationId: reader.id };
  await reader.editor.client.ok(BLOCK, { input: { ...acting, organizationId: blocked.id } });
  await savedBy(reader.owner.client, { query: { index: 'NEEDS', text: '旋压灯罩' } });
  const stated = async (organization: TestOrganization) => {
    const need = await aNeed(app, organization.key, { title: '旋压灯罩' }, [{ name: '旋压灯罩' }]);
    await setNeed(app, need.key, { state: NeedState.PUBLISHED });
    return need;
  };
  const [kept, hidden, ofBlocked] = [await stated(buyer), await stated(buyer), await stated(blocked)];
  await reader.editor.client.ok(HIDE, { input: { ...acting, needId: hidden.id, supplierId: reader.id } });
  for (const need of [hidden, ofBlocked, kept]) await changed(app, 'ProcurementNeed', need.key);
  expect(await idsOf(reader.owner)).toEqual([kept.id]);
});
