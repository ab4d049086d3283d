import { jest } from '@jest/globals';
import { Transactions } from '@app/database';
import { MemberRole } from '@app/identity';
import { MatchFinder } from '@app/matching';
import {
  FITTING_NEED_NOTICES,
  FittingNeedDigests,
  FittingNeedNotices,
  lastMorning,
  MAX_NOTICES_A_DAY,
  MAX_TOLD_OF_NEED,
} from '@app/supply-responses';
import { ClaimState } from '@app/organizations';
import { NeedState, NeedVisibility } from '@app/procurement';
import { aCapability } from '../../support/builders/capabilities.js';
import { indexed } from '../../support/builders/discovery.js';
import { aMember, clockOf, messagesTo } from '../../support/builders/identity.js';
import { carry, notificationsOf, openDeliveries } from '../../support/builders/notifications.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, setNeed, type TestNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const PUBLISH = `mutation ($input: PublishProcurementNeedInput!) { publishProcurementNeed(input: $input) { __typename } }`;
const HIDE = `mutation ($input: HideMatchInput!) { hideMatch(input: $input) { __typename } }`;
const BLOCK = `mutation ($input: BlockOrganizationInput!) { blockOrganization(input: $input) { __typename } }`;
const PREFER = `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { __typename } }`;
const DAY_MS = 86_400_000;

let app: TestApp;
let buyer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  buyer = await anOrganization(app);
});
afterAll(() => app.close());

/** A supplier of a thing that search knows. */
async function offers(thing: string, profile: object = {}): Promise<TestOrganization> {
  const supplier = await anOrganization(app, profile);
  await indexed(app, 'capabilities', (await aCapability(app, supplier.key, { title: thing })).key);
  return supplier;
}

/** Publishes a need for a thing, as its buyer does; the worker has not learned of it yet. */
async function publishes(thing: string, terms: object = {}, by = buyer): Promise<TestNeed> {
  const need = await aDraftNeed(app, by.key, { title: thing, replyDeadline: inDays(30), ...terms }, [
    { name: thing },
  ]);
  const input = { actingOrganizationId: by.id, needId: need.id };
  expect(await by.editor.client.ok(PUBLISH, { input })).toMatchObject({
    publishProcurementNeed: { __typename: 'PublishProcurementNeedPayload' },
  });
  return need;
}

const tell = () => carry(app, FittingNeedNotices);
const toldOf = async ({ editor }: TestOrganization) =>
  (await notificationsOf(editor.client))
    .filter(({ kind }) => kind === 'FITTING_NEED')
    .map(({ targetId }) => targetId);
const rowsOf = (need: TestNeed) =>
  app
    .get(Transactions)
    .query<{ id: string }>('select organization_id as id from fitting_need_notice where need_id = $1', [
      need.key,
    ]);
const again = (event: string, { key }: { key: string }) =>
  app.get(Transactions).query(
    `insert into event_delivery (event_id, consumer, aggregate_type, aggregate_id)
       select id, $1, aggregate_type, aggregate_id from domain_event
        where type = $2 and aggregate_id = $3`,
    [FITTING_NEED_NOTICES, event, key],
  );

it('suppliers that fit a published need are told once, those who may answer, in their language; others are not', async () => {
  const supplier = await offers('铝合金压铸壳体');
  const other = await offers('塑料注塑件');
  const own = await aCapability(app, buyer.key, { title: '铝合金压铸壳体' });
  await indexed(app, 'capabilities', own.key);
  const need = await publishes('铝合金压铸壳体');
  await tell();
  await again('ProcurementNeedPublished', need);
  await tell();
  expect(await notificationsOf(supplier.owner.client)).toMatchObject([
    {
      kind: 'FITTING_NEED',
      code: 'NOTICE_FITTING_NEED',
      text: `${buyer.name}发布的采购需求“铝合金压铸壳体”与贵企业的能力匹配，请查看并应答。`,
      targetId: need.id,
    },
  ]);
  expect((await notificationsOf(supplier.editor.client.in('en')))[0]!.title).toBe(
    'A need fits what you offer',
  );
  expect(await notificationsOf(supplier.viewer.client)).toEqual([]);
  for (const silent of [other, buyer]) expect(await toldOf(silent)).toEqual([]);
  expect(await messagesTo(app, supplier.owner.phone)).toEqual([]);
  expect(await openDeliveries(app, FITTING_NEED_NOTICES)).toEqual([]);
});

it('a need that names no buyer is told under its alias, one for invited suppliers not at all until it is opened', async () => {
  const supplier = await offers('钛合金锻件');
  const aliased = await publishes('钛合金锻件', { alias: '某航空链主·沈阳' });
  const invited = await publishes('钛合金锻件', { visibility: NeedVisibility.INVITED_ONLY });
  await app
    .get(Transactions)
    .query('insert into need_invitation values ($1, $2, now())', [invited.key, supplier.key]);
  await tell();
  expect(await toldOf(supplier)).toEqual([aliased.id]);
  const [told] = await notificationsOf(supplier.owner.client);
  expect(told!.text).toContain('某航空链主·沈阳');
  expect(JSON.stringify(told)).not.toContain(buyer.name);
  expect(await rowsOf(invited)).toEqual([]);
  const input = {
    actingOrganizationId: buyer.id,
    needId: invited.id,
    expectedVersion: 2,
    visibility: 'PUBLIC',
  };
  await buyer.editor.client.ok(
    'mutation ($input: UpdateProcurementNeedInput!) { updateProcurementNeed(input: $input) { __typename } }',
    { input },
  );
  await tell();
  expect((await toldOf(supplier)).sort()).toEqual([aliased.id, invited.id].sort());
});

it('a need for verified suppliers is told to those only', async () => {
  const verified = await offers('镍基合金棒');
  const unverified = await offers('镍基合金棒', { claimState: ClaimState.UNVERIFIED });
  const need = await publishes('镍基合金棒', { visibility: NeedVisibility.VERIFIED_SUPPLIERS });
  const open = await publishes('镍基合金棒');
  await tell();
  expect((await toldOf(verified)).sort()).toEqual([need.id, open.id].sort());
  expect(await toldOf(unverified)).toEqual([open.id]);
});

it('what a supplier hid, or whom it blocks, it is not told; a need that is over by then is told nobody', async () => {
  const [hiding, blocking] = [await offers('聚酰亚胺薄膜'), await offers('聚酰亚胺薄膜')];
  const input = { actingOrganizationId: blocking.id, organizationId: buyer.id };
  await blocking.editor.client.ok(BLOCK, { input });
  const need = await publishes('聚酰亚胺薄膜');
  await hiding.editor.client.ok(HIDE, {
    input: { actingOrganizationId: hiding.id, needId: need.id, supplierId: hiding.id },
  });
  const over = await publishes('聚酰亚胺薄膜');
  await setNeed(app, over.key, { state: NeedState.CLOSED });
  await tell();
  for (const supplier of [hiding, blocking]) expect(await toldOf(supplier)).toEqual([]);
  expect(await rowsOf(need)).toEqual([]);
});

it('an unverified buyer’s needs are told when staff have verified it', async () => {
  const fresh = await anOrganization(app, { claimState: ClaimState.UNVERIFIED });
  const supplier = await offers('蓝宝石衬底');
  const need = await publishes('蓝宝石衬底', {}, fresh);
  await tell();
  expect(await toldOf(supplier)).toEqual([]);
  await app
    .get(Transactions)
    .query(`update organization set claim_state = 'CLAIMED' where id = $1`, [fresh.key]);
  const delivery = {
    ...{ id: '0', eventId: '0', type: 'OrganizationClaimed', ids: {}, attempts: 1 },
    ...{ aggregateType: 'Organization', aggregateId: fresh.key },
  };
  expect(await app.get(FittingNeedNotices).handle([delivery])).toEqual([]);
  expect(await toldOf(supplier)).toEqual([need.id]);
});

it('a worker that dies in the middle leaves neither row nor notice, and the next one tells', async () => {
  const supplier = await offers('铌钛超导线');
  await app.get(Transactions).query(`create function refuse_telling() returns trigger language plpgsql as
    $$ begin raise exception 'the worker is gone'; end $$`);
  await app
    .get(Transactions)
    .query(
      'create trigger refuse_telling before insert on fitting_need_notice for each row execute function refuse_telling()',
    );
  const need = await publishes('铌钛超导线');
  await tell();
  expect([await toldOf(supplier), await rowsOf(need)]).toEqual([[], []]);
  await app.get(Transactions).query('drop trigger refuse_telling on fitting_need_notice');
  await app
    .get(Transactions)
    .query('update event_delivery set due_at = now() where consumer = $1', [FITTING_NEED_NOTICES]);
  await tell();
  expect(await toldOf(supplier)).toEqual([need.id]);
});

it('one need is told to a bounded number of suppliers, also by several workers at once and after changes', async () => {
  const keys: string[] = [];
  for (let i = 0; i < MAX_TOLD_OF_NEED + 3; i++) {
    const { key } = await anUnclaimedOrganization(app, { claimState: ClaimState.CLAIMED });
    keys.push((await aCapability(app, key, { title: '碳化硅晶片' })).key);
  }
  await indexed(app, 'capabilities', ...keys);
  const need = await publishes('碳化硅晶片');
  const delivery = {
    ...{ id: '0', eventId: '0', type: 'ProcurementNeedPublished', ids: {}, attempts: 1 },
    ...{ aggregateType: 'ProcurementNeed', aggregateId: need.key },
  };
  const finder = app.get(MatchFinder);
  const find = finder.findMatches.bind(finder);
  let turns = 0;
  // Each worker ranks them otherwise, as it may when listings change meanwhile.
  const spy = jest.spyOn(finder, 'findMatches').mockImplementation(async (...asked) => {
    const found = await find(...asked);
    const by = 20 * turns++;
    return { ...found, matches: [...found.matches.slice(by), ...found.matches.slice(0, by)] };
  });
  await Promise.all([1, 2, 3].map(() => app.get(FittingNeedNotices).handle([delivery])));
  spy.mockRestore();
  expect(await rowsOf(need)).toHaveLength(MAX_TOLD_OF_NEED);
  const told = (await rowsOf(need)).map(({ id }) => id);
  await app
    .get(Transactions)
    .query(`update capability set state = 'WITHDRAWN' where organization_id = any($1::uuid[])`, [
      told.slice(0, 10),
    ]);
  await app.get(FittingNeedNotices).handle([delivery]);
  expect(await rowsOf(need)).toHaveLength(MAX_TOLD_OF_NEED);
});

it('the digest names once a day what was told and is still open, to those who want mail; beyond a number a day only the digest tells', async () => {
  const supplier = await offers('石英坩埚');
  const mail = async (name: string) => {
    const person = await aMember(app, supplier.key, MemberRole.EDITOR);
    await app
      .get(Transactions)
      .query(
        `insert into user_identifier (id, user_id, kind, value, verified_at) select gen_random_uuid(), $1, 'EMAIL', $2, now()`,
        [person.user.id, `${name}@example.com`],
      );
    return person;
  };
  await mail('digest');
  const silent = await mail('nodigest');
  await silent.client.ok(PREFER, {
    input: { preferences: [{ kind: 'FITTING_NEED', channel: 'EMAIL', wanted: false }] },
  });
  const needs: TestNeed[] = [];
  for (let i = 0; i < MAX_NOTICES_A_DAY + 2; i++)
    needs.push(await aNeed(app, buyer.key, { title: `石英坩埚${i}` }, [{ name: '石英坩埚' }]));
  const earlier = needs.slice(0, MAX_NOTICES_A_DAY - 2).map(({ key }) => key);
  await app
    .get(Transactions)
    .query(
      'insert into fitting_need_notice (need_id, organization_id, told_at) select id, $2, now() from unnest($1::uuid[]) as id',
      [earlier, supplier.key],
    );
  const deliveries = needs.slice(earlier.length).map(({ key }, i) => ({
    ...{ id: String(i), eventId: String(i), type: 'ProcurementNeedPublished', ids: {}, attempts: 1 },
    ...{ aggregateType: 'ProcurementNeed', aggregateId: key },
  }));
  expect(await app.get(FittingNeedNotices).handle(deliveries)).toEqual([]);
  expect((await toldOf(supplier)).sort()).toEqual(
    needs
      .slice(-4, -2)
      .map(({ id }) => id)
      .sort(),
  );
  await setNeed(app, needs[0]!.key, { state: NeedState.CLOSED });
  await app.get(FittingNeedDigests).handle();
  expect(await messagesTo(app, 'digest@example.com')).toEqual([]);

  const clock = clockOf(app);
  clock.advance(DAY_MS);
  for (let i = 0; i < 2; i++) await app.get(FittingNeedDigests).handle();
  const messages = await messagesTo(app, 'digest@example.com');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    template: 'NOTICE_FITTING_NEEDS_DIGEST',
    params: {
      count: MAX_NOTICES_A_DAY + 1,
      needs: '石英坩埚1、石英坩埚2、石英坩埚3、石英坩埚4、石英坩埚5…',
      link: expect.stringMatching(/\/desk\/fitting$/) as string,
      settings: expect.stringMatching(/\/desk\/notifications$/) as string,
    },
  });
  expect(await messagesTo(app, 'nodigest@example.com')).toEqual([]);
  expect(await messagesTo(app, supplier.owner.phone)).toEqual([]);
});

it('the morning of the digest is eight o’clock in China', () => {
  expect(lastMorning(new Date('2026-12-03T00:00:00Z'))).toEqual(new Date('2026-12-03T00:00:00Z'));
  expect(lastMorning(new Date('2026-12-02T23:59:59Z'))).toEqual(new Date('2026-12-02T00:00:00Z'));
});
