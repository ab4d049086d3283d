import { BadInputError, type Connection, MAX_PAGE, newId } from '@app/kernel';
import type { DataSource, Repository } from 'typeorm';
import { keysetPage, type OrderColumn } from './keyset-page.js';
import { TestLot, withLots } from './pages.spec-support.js';

const BY_CLOSING: OrderColumn[] = [
  { property: 'closesAt', direction: 'ASC' },
  { property: 'id', direction: 'ASC' },
];

describe('a page by keyset', () => {
  let dataSource: DataSource;
  let close: () => Promise<void>;
  let lots: Repository<TestLot>;

  beforeAll(async () => {
    ({ dataSource, close } = await withLots());
    lots = dataSource.getRepository(TestLot);
  });
  afterAll(() => close());
  beforeEach(() => lots.clear());

  /** Lots that close on days of January 2027, several on one day. */
  function store(...days: number[]): Promise<unknown> {
    return lots.insert(
      days.map((day, i) => ({ id: newId(), rank: i, closesAt: new Date(Date.UTC(2027, 0, day)) })),
    );
  }

  function page(first: number, after?: string | null, order = BY_CLOSING): Promise<Connection<TestLot>> {
    return keysetPage(lots.createQueryBuilder('lot'), order, { first, after });
  }

  async function walk(first: number, order = BY_CLOSING): Promise<TestLot[]> {
    const met: TestLot[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: Connection<TestLot> = await page(first, after, order);
      met.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) return met;
      after = pageInfo.endCursor;
    }
  }

  const days = (met: readonly TestLot[]) => met.map(({ closesAt }) => closesAt!.getUTCDate());

  it('meets every row once in the order of the list, also where rows are equal but for the key', async () => {
    await store(5, 3, 3, 3, 9, 3, 1);
    const met = await walk(2);
    expect(days(met)).toEqual([1, 3, 3, 3, 3, 5, 9]);
    expect(new Set(met.map(({ id }) => id)).size).toBe(7);
    const falling: OrderColumn[] = [
      { property: 'closesAt', direction: 'DESC' },
      { property: 'id', direction: 'DESC' },
    ];
    expect((await walk(3, falling)).map(({ id }) => id)).toEqual(met.map(({ id }) => id).reverse());
  });

  it('meets every row once where the columns run different ways', async () => {
    await store(5, 3, 3, 9, 3, 1);
    const mixed: OrderColumn[] = [
      { property: 'closesAt', direction: 'DESC' },
      { property: 'id', direction: 'ASC' },
    ];
    const met = await walk(2, mixed);
    expect(days(met)).toEqual([9, 5, 3, 3, 3, 1]);
    const keys = met.filter(({ closesAt }) => closesAt!.getUTCDate() === 3).map(({ id }) => id);
    expect(keys).toEqual([...keys].sort());
  });

  it('is not moved by what others insert before its cursor', async () => {
    await store(1, 2, 3, 4);
    const { pageInfo } = await page(2);
    await store(1, 1);
    expect(days((await page(2, pageInfo.endCursor)).edges.map(({ node }) => node))).toEqual([3, 4]);
  });

  it('goes on after any edge, whose cursor is the same as the end of the page there', async () => {
    await store(1, 2, 3);
    const { edges, pageInfo } = await page(3);
    expect(edges[2]!.cursor).toBe(pageInfo.endCursor);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(days((await page(3, edges[0]!.cursor)).edges.map(({ node }) => node))).toEqual([2, 3]);
  });

  it('counts the whole list, however far the page is', async () => {
    await store(1, 2, 3);
    const { edges } = await page(1);
    expect(await (await page(1, edges[0]!.cursor)).totalCount).toBe(3);
  });

  it('of an empty list is empty', async () => {
    const empty = await page(5);
    expect(empty.edges).toEqual([]);
    expect(empty.pageInfo).toEqual({ hasNextPage: false, endCursor: null });
    expect(await empty.totalCount).toBe(0);
  });

  it.each([
    'no cursor',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('["no day","no id"]').toString('base64url'),
    Buffer.from('["2026-01-01","\\u0000"]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    await expect(page(5, cursor)).rejects.toMatchObject({ code: 'INVALID_CURSOR', fields: ['after'] });
  });

  it.each([0, -1, MAX_PAGE + 1, Number.NaN])('refuses a page of %d', async (first) => {
    await expect(page(first)).rejects.toBeInstanceOf(BadInputError);
  });
});
