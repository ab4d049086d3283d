import { Transactions } from '@app/database';
import { encodeGlobalId } from '@app/kernel';
import { EventKind, EventState, MatchmakingEvent } from '@app/matchmaking-events';
import { NeedVisibility } from '@app/procurement';
import { aCapability } from '../../support/builders/capabilities.js';
import { indexed, withoutEngine } from '../../support/builders/discovery.js';
import { aPerson } from '../../support/builders/identity.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, anUnclaimedOrganization } from '../../support/builders/organizations.js';
import { aNeed, setNeed } from '../../support/builders/procurement.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { ids, SEARCH, search as searchAs } from './search.spec-support.js';

let app: TestApp;
const search = (wish: object, client: GraphqlClient = app.asGuest()) => searchAs(client, wish);

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('search over organizations, needs and events', () => {
  it('finds organizations by name', async () => {
    const { key, id } = await anUnclaimedOrganization(app, {
      name: '嘉善远航弹簧有限公司',
      regionCode: '3304',
    });
    await indexed(app, 'organizations', key);
    const filter = { regions: ['33'], claimed: false };
    for (const found of [
      await search({ index: 'ORGANIZATIONS', text: '远航弹簧', filter }),
      await withoutEngine(app, () => search({ index: 'ORGANIZATIONS', text: '远航弹簧', filter })),
    ]) {
      expect(found.hits.map(({ item }) => item)).toEqual([
        { __typename: 'Organization', id, name: '嘉善远航弹簧有限公司' },
      ]);
    }
  });

  it('takes a place beside other words for where hits are, unless nothing is there or the words are wanted', async () => {
    const springs = await anUnclaimedOrganization(app, { name: '远望弹簧有限公司', regionCode: '3304' });
    const others = await anUnclaimedOrganization(app, { name: '远望弹簧二厂', regionCode: '3205' });
    await indexed(app, 'organizations', springs.key, others.key);
    const wish = { index: 'ORGANIZATIONS', text: '远望弹簧 嘉兴' };
    const placed = await search(wish);
    expect([ids(placed), placed.places]).toEqual([[springs.id], ['嘉兴市']]);
    const worded = await search({ ...wish, placesAsWords: true });
    expect(new Set(ids(worded))).toEqual(new Set([springs.id, others.id]));
    const nowhere = await search({ index: 'ORGANIZATIONS', text: '远望弹簧 合肥' });
    expect(nowhere.places).toEqual([]);
    expect(new Set(ids(nowhere))).toEqual(new Set([springs.id, others.id]));
  });

  it('finds public needs only, also while the engine is away, and forgets one that is no longer public', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key, { title: '采购钛合金紧固件' });
    const invited = await aNeed(app, buyer.key, { title: '采购钛合金紧固件（邀请）' });
    await setNeed(app, invited.key, { visibility: NeedVisibility.INVITED_ONLY });
    await indexed(app, 'needs', need.key, invited.key);
    const wish = { index: 'NEEDS', text: '钛合金紧固件', filter: { replyAfter: new Date().toISOString() } };
    const outsiders = [app.asGuest(), (await aPerson(app)).client, (await anOrganization(app)).owner.client];
    for (const client of [...outsiders, buyer.owner.client]) {
      expect(ids(await search(wish, client))).toEqual([need.id]);
      expect(ids(await withoutEngine(app, () => search(wish, client)))).toEqual([need.id]);
    }
    await setNeed(app, need.key, { visibility: NeedVisibility.INVITED_ONLY });
    for (const client of outsiders) expect(ids(await search(wish, client))).toEqual([]);
    expect(ids(await search(wish, buyer.viewer.client))).toEqual([need.id]);
  });

  it('does not tell who asks under an alias', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key, { title: '采购碳纤维支架', alias: '某无人机链主·杭州' });
    await indexed(app, 'needs', need.key);
    const filter = { organizationId: buyer.id };
    expect(ids(await search({ index: 'NEEDS', text: '碳纤维支架' }))).toEqual([need.id]);
    expect((await search({ index: 'NEEDS', filter })).total).toBe(0);
    expect((await withoutEngine(app, () => search({ index: 'NEEDS', filter }))).total).toBe(0);
  });

  it('finds events by words, kind, industry and period', async () => {
    const organizer = await anOrganization(app);
    const soon = await anEvent(app, organizer.key, {
      title: '轴承产业对接会',
      days: 10,
      regionCode: '330206',
      industryCodes: ['C3451'],
    });
    const later = await anEvent(app, organizer.key, {
      title: '轴承技术论坛',
      days: 40,
      kind: EventKind.FORUM,
      regionCode: '3205',
    });
    await indexed(app, 'events', soon.key, later.key);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const cases: [object, string[]][] = [
      [{}, [soon.id, later.id]],
      [{ eventKinds: ['FORUM'] }, [later.id]],
      [{ industries: ['C34'] }, [soon.id]],
      [{ regions: ['33'] }, [soon.id]],
      [{ from: inDays(20), to: inDays(60) }, [later.id]],
      [{ organizationId: organizer.id, to: inDays(20) }, [soon.id]],
      [{ organizationId: encodeGlobalId('Organization', later.key) }, []],
    ];
    for (const [filter, expected] of cases) {
      const wish = { index: 'EVENTS', text: '轴承', filter, sort: 'START' };
      expect(ids(await search(wish))).toEqual(expected);
      expect(ids(await withoutEngine(app, () => search(wish)))).toEqual(expected);
    }
    const [hit] = (await search({ index: 'EVENTS', text: '轴承技术论坛' })).hits;
    expect(hit!.item).toMatchObject({ __typename: 'MatchmakingEvent', organizer: { name: organizer.name } });
    await app
      .get(Transactions)
      .manager.getRepository(MatchmakingEvent)
      .update({ id: soon.key }, { decidedState: EventState.DRAFT, publishedAt: null });
    expect(ids(await search({ index: 'EVENTS', text: '轴承' }))).toEqual([later.id]);
    expect(ids(await search({ index: 'EVENTS', text: '轴承' }, organizer.viewer.client))).toHaveLength(2);
  });
});

describe('search for what nobody names', () => {
  it('asks for the material or the kind of thing where nobody names the grade or model, and says so', async () => {
    const supplier = await anOrganization(app, {});
    const inCapabilities = (text: string) => search({ index: 'CAPABILITIES', text });
    const steel = await aCapability(app, supplier.key, { title: '不锈钢封头冲压' });
    const bearings = await aCapability(app, supplier.key, { title: '滚动轴承装配' });
    await indexed(app, 'capabilities', steel.key, bearings.key);
    const grade = await inCapabilities('SUS304');
    expect(ids(grade)).toEqual([steel.id]);
    expect(grade).toMatchObject({ relaxed: null, broadened: [{ words: 'SUS304', instead: '不锈钢' }] });
    const model = await inCapabilities('6205-2RS');
    expect(ids(model)).toEqual([bearings.id]);
    expect(model.broadened).toEqual([{ words: '6205-2RS', instead: '滚动轴承' }]);
    const both = await inCapabilities('SUS304 封头');
    expect(ids(both)[0]).toBe(steel.id);
    expect(both).toMatchObject({ relaxed: null, broadened: [{ words: 'SUS304', instead: '不锈钢' }] });
    expect((await inCapabilities('封头')).broadened).toEqual([]);
  });
});

describe('search refuses', () => {
  it.each<[string, object, string, string]>([
    [
      'a filter of another index',
      { filter: { leadTimeDaysMax: 3 } },
      'SEARCH_FILTER_NOT_OF_INDEX',
      'filter.leadTimeDaysMax',
    ],
    [
      'kinds of another index',
      { index: 'NEEDS', filter: { eventKinds: ['FORUM'] } },
      'SEARCH_FILTER_NOT_OF_INDEX',
      'filter.eventKinds',
    ],
    ['a facet of another index', { facets: ['PURPOSE'] }, 'SEARCH_FACET_NOT_OF_INDEX', 'facets'],
    ['an order of another index', { sort: 'PRICE' }, 'SEARCH_SORT_NOT_OF_INDEX', 'sort'],
    [
      'regions of two levels',
      { filter: { regions: ['33', '3205'] } },
      'REGIONS_OF_MIXED_LEVELS',
      'filter.regions',
    ],
    ['an unknown region', { filter: { regions: ['33', '00'] } }, 'UNKNOWN_REGION', 'filter.regions.1'],
    ['an unknown industry', { filter: { industries: ['Z9'] } }, 'UNKNOWN_INDUSTRY', 'filter.industries.0'],
    [
      'an unknown certificate',
      { filter: { certificates: ['iso-0'] } },
      'UNKNOWN_CERTIFICATE_KIND',
      'filter.certificates.0',
    ],
    ['a page beyond reach', { page: 500, pageSize: 100 }, 'SEARCH_PAGE_TOO_FAR', 'page'],
    ['page 501', { page: 501 }, 'INVALID_INPUT', 'page'],
    ['a page of 101', { pageSize: 101 }, 'INVALID_INPUT', 'pageSize'],
    ['a novel for a text', { text: '压'.repeat(201) }, 'INVALID_INPUT', 'text'],
  ])('%s', async (_, wish, reason, field) => {
    const error = await app.asGuest().refused(SEARCH, { index: 'ORGANIZATIONS', ...wish });
    expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason, fields: [field] });
  });

  it('an industry of needs while the engine is away, rather than ignore it', async () => {
    const wish = { index: 'NEEDS', filter: { industries: ['C33'] } };
    const error = await withoutEngine(app, () => app.asGuest().refused(SEARCH, wish));
    expect(error.extensions).toMatchObject({ code: 'UNAVAILABLE', reason: 'SEARCH_UNAVAILABLE' });
  });
});
