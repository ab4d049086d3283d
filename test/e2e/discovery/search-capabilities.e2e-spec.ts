import { CapabilityKind, CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { AskedQueriesService } from '@app/discovery';
import { TierLevel } from '@app/organizations';
import { aCapability } from '../../support/builders/capabilities.js';
import { indexed, withoutEngine } from '../../support/builders/discovery.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { type Found, ids, search, titles } from './search.spec-support.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** What was asked before is written down, so that its statements do not fall among those that are counted. */
const noted = () => app.get(AskedQueriesService, { strict: false }).writeQueries();

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
  const inCapabilities = (wish: object, client = app.asGuest()) =>
    search(client, { index: 'CAPABILITIES', ...wish });

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
    await noted();
    const ask = (pageSize: number) =>
      app.statements.during(() => inCapabilities({ sort: 'LEAD_TIME', pageSize, facets: ['PROVINCE'] }));
    const [one, three] = [await ask(1), await ask(3)];
    expect(three.result.hits).toHaveLength(3);
    expect(one.statements).toHaveLength(2);
    expect(three.statements).toHaveLength(2);
  });

  describe('while the engine is away', () => {
    it('answers by title and says so', async () => {
      await noted();
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
