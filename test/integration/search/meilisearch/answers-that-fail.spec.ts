import { SearchUnavailableError } from '@app/search';
import { ask, fill, found } from '../contract/contract-documents.js';
import { type AdapterFixture, openAdapter, withBearing } from './adapter-fixture.js';

const SEARCH = /multi-search$/;

describe('a Meilisearch that answers badly', () => {
  let fixture: AdapterFixture;
  beforeEach(async () => {
    fixture = await openAdapter();
  });
  afterEach(() => fixture.stop());

  it.each(['UNAVAILABLE', 'TRUNCATED', 'NOT_JSON'] as const)('is asked again after %s', async (trouble) => {
    const engine = await withBearing(fixture);
    fixture.server.trouble(SEARCH, trouble, 2);
    expect(found(await ask(engine, { filter: [{ field: 'province', anyOf: ['330000'] }] }))).toEqual([0]);
    expect(fixture.server.callsOf(SEARCH)).toBe(3);
  });

  it.each(['UNAVAILABLE', 'TRUNCATED', 'NOT_JSON'] as const)(
    'is unavailable when it goes on with %s',
    async (trouble) => {
      const engine = await withBearing(fixture);
      fixture.server.trouble(SEARCH, trouble, 99);
      await expect(ask(engine, { text: '轴承' })).rejects.toThrow(SearchUnavailableError);
    },
  );

  it('is waited for so long and no longer, and not asked again', async () => {
    const engine = await withBearing(fixture);
    fixture.server.trouble(SEARCH, 'HANGS', 99);
    await expect(ask(engine, {})).rejects.toThrow(SearchUnavailableError);
    expect(fixture.server.callsOf(SEARCH)).toBe(1);
  });

  it('is left alone after five failures, without a call', async () => {
    const engine = await withBearing(fixture);
    fixture.server.trouble(SEARCH, 'UNAVAILABLE', 99);
    for (let i = 0; i < 5; i++) await expect(ask(engine, {})).rejects.toThrow(SearchUnavailableError);
    const calls = fixture.server.callsOf(SEARCH);
    await expect(ask(engine, {})).rejects.toThrow(SearchUnavailableError);
    expect(fixture.server.callsOf(SEARCH)).toBe(calls);
  });

  it('is not ready, and health says why', async () => {
    const engine = fixture.engine();
    fixture.server.trouble(/stats$/, 'UNAVAILABLE', 99);
    expect(await engine.health()).toMatchObject({
      ready: false,
      reason: expect.stringContaining('503') as string,
    });
  });

  it('is never sent a query of more than ten terms, an operator or another language', async () => {
    const engine = await withBearing(fixture);
    await ask(engine, {
      text: '"轴承" -齿轮 精密 铸造 铝合金 压铸 热处理 表面处理 模具 机器人 减速机 密封圈 6205-2RS "',
    });
    const queries = fixture.server.calls
      .filter(({ path }) => SEARCH.test(path))
      .flatMap(({ body }) => (body as { queries: { q: string; locales: string[] }[] }).queries);
    expect(queries.length).toBeGreaterThan(3);
    expect(queries.filter(({ q }) => q.split(' ').length > 10 || /["\-\p{Script=Han}]/u.test(q))).toEqual([]);
    expect(new Set(queries.map(({ locales }) => locales.join()))).toEqual(new Set(['cmn']));
  });

  it('mends a slip in a Latin word, but never a digit and never a hanzi', async () => {
    const engine = fixture.engine();
    await fill(engine, 'capabilities', [{ title: 'bearing 轴承' }, { title: '轴承 x62052' }]);
    expect(found(await ask(engine, { text: 'bearimg' }))).toEqual([0]);
    expect(found(await ask(engine, { text: 'x62053' }))).not.toContain(1);
    expect(found(await ask(engine, { text: '紬承' }))).toEqual([]);
  });
});
