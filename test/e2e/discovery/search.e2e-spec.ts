import { CapabilityKind, CapabilityState } from '@app/capabilities';
import { EventKind, EventState, MatchmakingEvent } from '@app/matchmaking-events';
import { Transactions } from '@app/database';
import { encodeGlobalId } from '@app/kernel';
import { TierLevel } from '@app/organizations';
import { NeedVisibility } from '@app/procurement';
import { aCapability } from '../../support/builders/capabilities.js';
import { indexed, withoutEngine } from '../../support/builders/discovery.js';
import { aPerson } from '../../support/builders/identity.js';
import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import { aNeed, setNeed } from '../../support/builders/procurement.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SEARCH = `query ($index: SearchIndex!, $text: String, $filter: SearchFilterInput, $facets: [SearchFacet!]! = [],
    $sort: SearchSort! = RELEVANCE, $page: Int! = 1, $pageSize: Int! = 20, $highlight: Boolean! = true) {
  search(index: $index, text: $text, filter: $filter, facets: $facets, sort: $sort, page: $page, pageSize: $pageSize, highlight: $highlight) {
    total totalIsLowerBound degraded relaxed
    facets { facet values { value label count } }
    hits {
      score titleHighlight textHighlight
      item {
        __typename
        ... on Capability { id title organization { name region { name } } }
        ... on Organization { id name }
        ... on ProcurementNeed { id title }
        ... on MatchmakingEvent { id title organizer { name } }
      }
    }
  }
}`;

interface Found {
  total: number;
  totalIsLowerBound: boolean;
  degraded: boolean;
  relaxed: string | null;
  facets: { facet: string; values: { value: string; label: string; count: number }[] }[];
  hits: {
    score: number;
    titleHighlight: string | null;
    textHighlight: string | null;
    item: { __typename: string; id: string; title?: string; name?: string };
  }[];
}

let app: TestApp;
const search = async (wish: object, client: GraphqlClient = app.asGuest()) =>
  (await client.ok<{ search: Found }>(SEARCH, { ...wish })).search;
const ids = ({ hits }: Found) => hits.map(({ item }) => item.id);
const titles = ({ hits }: Found) => hits.map(({ item }) => item.title ?? item.name);

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('search over capabilities', () => {
  let casting: { key: string; id: string };
  let mould: { key: string; id: string };
  let turning: { key: string; id: string };
  let hangzhou: { key: string; id: string; name: string };

  beforeAll(async () => {
    hangzhou = await anOrganization(app, { regionCode: '330109', industryCode: 'C3392' });
    const suzhou = await anUnclaimedOrganization(app, { regionCode: '3205' });
    await aTier(app, hangzhou.key, { level: TierLevel.LITTLE_GIANT });
    await aCertificate(app, hangzhou.key, { kindId: 'iatf-16949' });
    casting = await aCapability(app, hangzhou.key, {
      title: '铝合金压铸',
      description: '新能源汽车电机壳体压铸',
      leadTimeDays: 20,
      regionsServed: ['31'],
    });
    mould = await aCapability(app, hangzhou.key, {
      title: '压铸模具',
      kind: CapabilityKind.PRODUCT,
      leadTimeDays: 60,
    });
    turning = await aCapability(app, suzhou.key, { title: '精密车削', leadTimeDays: 5 });
    await indexed(app, 'capabilities', casting.key, mould.key, turning.key);
  });
  const inCapabilities = (wish: object, client?: GraphqlClient) =>
    search({ index: 'CAPABILITIES', ...wish }, client);

  it('finds by the words, loads the things as they are, and marks what it found', async () => {
    const found = await inCapabilities({ text: '压铸' });
    expect(ids(found).sort()).toEqual([casting.id, mould.id].sort());
    expect(found).toMatchObject({ total: 2, totalIsLowerBound: false, degraded: false, relaxed: null });
    const hit = found.hits.find(({ item }) => item.id === casting.id)!;
    expect(hit).toMatchObject({
      titleHighlight: '铝合金<em>压铸</em>',
      item: {
        __typename: 'Capability',
        title: '铝合金压铸',
        organization: { name: hangzhou.name, region: { name: '萧山区' } },
      },
    });
    expect(hit.score).toBeGreaterThan(0);
    expect(hit.textHighlight).toContain('<em>压铸</em>');
    const plain = await inCapabilities({ text: '压铸', highlight: false });
    expect(plain.hits.map(({ titleHighlight }) => titleHighlight)).toEqual([null, null]);
  });

  it('gives everything that passes the filter without words, and in the order asked for', async () => {
    expect(titles(await inCapabilities({ sort: 'LEAD_TIME' }))).toEqual([
      '精密车削',
      '铝合金压铸',
      '压铸模具',
    ]);
    const pages = [1, 2].map((page) => inCapabilities({ sort: 'LEAD_TIME', page, pageSize: 2 }));
    const [first, second] = await Promise.all(pages);
    expect([titles(first!), titles(second!)]).toEqual([['精密车削', '铝合金压铸'], ['压铸模具']]);
    expect([first!.total, second!.total]).toEqual([3, 3]);
  });

  it('counts by facets with names in the reader’s language', async () => {
    const facets = ['PROVINCE', 'TIER', 'KIND', 'CERTIFICATE', 'CLAIMED'];
    const counted = (found: Found) =>
      Object.fromEntries(found.facets.map(({ facet, values }) => [facet, values]));
    const zh = counted(await inCapabilities({ facets, pageSize: 0 }));
    expect(zh['PROVINCE']).toEqual([
      { value: '33', label: '浙江省', count: 2 },
      { value: '32', label: '江苏省', count: 1 },
    ]);
    expect(zh['TIER']).toEqual([{ value: 'LITTLE_GIANT', label: '专精特新“小巨人”', count: 2 }]);
    expect(zh['KIND']).toEqual([
      { value: 'PROCESS', label: '工艺', count: 2 },
      { value: 'PRODUCT', label: '产品', count: 1 },
    ]);
    expect(zh['CERTIFICATE']).toMatchObject([{ value: 'iatf-16949', count: 2 }]);
    const en = await inCapabilities({ facets, pageSize: 0 }, app.asGuest().in('en'));
    expect(en.hits).toEqual([]);
    expect(counted(en)['KIND']!.map(({ label }) => label)).toEqual(['Process', 'Product']);
    expect(counted(en)['PROVINCE']![0]!.label).toBe('Zhejiang');
  });

  const narrowed: [string, object, () => { id: string }[]][] = [
    ['a province', { regions: ['33'] }, () => [casting, mould]],
    ['a city', { regions: ['330100', '3302'] }, () => [casting, mould]],
    ['a county', { regions: ['330109'] }, () => [casting, mould]],
    ['a place delivered to, inside of one stated', { deliversTo: '310115' }, () => [casting]],
    ['an industry above', { industries: ['C33'] }, () => [casting, mould]],
    ['a kind', { capabilityKinds: ['PRODUCT'] }, () => [mould]],
    ['tiers', { tiers: ['LITTLE_GIANT', 'INNOVATIVE'] }, () => [casting, mould]],
    ['certificates, all of them', { certificates: ['iatf-16949', 'iso-9001'] }, () => []],
    ['a certificate', { certificates: ['iatf-16949'] }, () => [casting, mould]],
    ['unclaimed profiles', { claimed: false }, () => [turning]],
    ['lead time', { leadTimeDaysMax: 20 }, () => [casting, turning]],
    ['lead time and province', { leadTimeDaysMax: 20, regions: ['33'] }, () => [casting]],
  ];

  it.each(narrowed)('is narrowed by %s', async (_, filter, expected) => {
    const found = await inCapabilities({ filter });
    expect(ids(found).sort()).toEqual(
      expected()
        .map(({ id }) => id)
        .sort(),
    );
    expect(found.total).toBe(expected().length);
  });

  it('is narrowed by a supplier', async () => {
    const found = await inCapabilities({ filter: { organizationId: hangzhou.id } });
    expect(ids(found).sort()).toEqual([casting.id, mould.id].sort());
  });

  it('says what it left out when nothing carries all words', async () => {
    const found = await inCapabilities({ text: '压铸 火箭' });
    expect(ids(found)).toContain(mould.id);
    expect(found.relaxed).toBe('火箭');
  });

  it('drops hits that the viewer may not see though the index still has them', async () => {
    const { key, id } = await aCapability(app, hangzhou.key, { title: '半固态成形' });
    await indexed(app, 'capabilities', key);
    expect(ids(await inCapabilities({ text: '半固态成形' }))).toEqual([id]);
    await app
      .get(Transactions)
      .query('update capability set state = $2 where id = $1', [key, CapabilityState.WITHDRAWN]);
    expect(await inCapabilities({ text: '半固态成形' })).toMatchObject({ hits: [] });
    await app.get(Transactions).query('delete from capability where id = $1', [key]);
    expect(await inCapabilities({ text: '半固态成形' })).toMatchObject({ hits: [] });
    await indexed(app, 'capabilities', key);
  });

  it('takes one statement for the things, however many, and one for what they share', async () => {
    const ask = (pageSize: number) =>
      app.statements.during(() => inCapabilities({ sort: 'LEAD_TIME', pageSize, facets: ['PROVINCE'] }));
    const [one, three] = [await ask(1), await ask(3)];
    expect(three.result.hits).toHaveLength(3);
    expect(one.statements).toHaveLength(2);
    expect(three.statements).toHaveLength(2);
  });

  describe('while the engine is away', () => {
    it('answers by title and says so', async () => {
      const wish = { text: '壓鑄', facets: ['PROVINCE'] };
      const { result, statements } = await app.statements.during(() =>
        withoutEngine(app, () => inCapabilities(wish)),
      );
      expect(result).toMatchObject({ degraded: true, total: 2, totalIsLowerBound: false, facets: [] });
      expect(titles(result)).toEqual(['压铸模具', '铝合金压铸']);
      expect(result.hits[0]).toMatchObject({ titleHighlight: null });
      expect(statements).toHaveLength(3);
      expect((await inCapabilities({ text: '压铸' })).degraded).toBe(false);
    });

    it.each(narrowed)('is narrowed by %s all the same', async (_, filter, expected) => {
      const found = await withoutEngine(app, () => inCapabilities({ filter }));
      expect(found).toMatchObject({ degraded: true, total: expected().length });
      expect(ids(found).sort()).toEqual(
        expected()
          .map(({ id }) => id)
          .sort(),
      );
    });

    it('keeps order and pages, and takes % for a sign', async () => {
      const page = (n: number) =>
        withoutEngine(app, () => inCapabilities({ sort: 'LEAD_TIME', page: n, pageSize: 2 }));
      expect(titles(await page(1))).toEqual(['精密车削', '铝合金压铸']);
      expect(titles(await page(2))).toEqual(['压铸模具']);
      expect(await page(9)).toMatchObject({ hits: [], total: 3 });
      expect((await withoutEngine(app, () => inCapabilities({ text: '%' }))).total).toBe(0);
    });
  });
});

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
