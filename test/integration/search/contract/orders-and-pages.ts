import type { SearchEngine } from '@app/search';
import { ask, fill, places } from './contract-documents.js';

const LEAD_TIMES = [30, null, 10, 20, 10, null, 50];
const DOCUMENTS = LEAD_TIMES.map((leadTimeDays, place) => ({
  title: `齿轮加工 ${place}`,
  facets: { leadTimeDays, updatedAt: 1_000_000 + place, minimumOrder: 100 - place },
}));
const MANY = Array.from({ length: 45 }, (_, place) => ({
  title: '轴承',
  text: '钢珠 '.repeat(place),
  facets: { updatedAt: place },
}));

/** Explicit orders and pages are exact. */
export function ordersAndPages(engine: () => SearchEngine): void {
  it('orders by a number, either way, the unknown last', async () => {
    await fill(engine(), 'capabilities', DOCUMENTS);
    const second = { field: 'updatedAt', direction: 'ASC' } as const;
    const up = await ask(engine(), {
      text: '齿轮',
      sort: [{ field: 'leadTimeDays', direction: 'ASC' }, second],
    });
    expect(places(up)).toEqual([2, 4, 3, 0, 6, 1, 5]);
    const down = await ask(engine(), {
      text: '齿轮',
      sort: [{ field: 'leadTimeDays', direction: 'DESC' }, second],
    });
    expect(places(down)).toEqual([6, 0, 3, 2, 4, 1, 5]);
  });

  it('shows the newest first where nothing is asked', async () => {
    await fill(engine(), 'capabilities', DOCUMENTS);
    expect(places(await ask(engine(), {}))).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(places(await ask(engine(), { text: '  ' }))).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('shows every document on exactly one page', async () => {
    await fill(engine(), 'capabilities', MANY);
    for (const request of [
      { text: '轴承' },
      {},
      { text: '轴承', sort: [{ field: 'updatedAt', direction: 'ASC' as const }] },
    ]) {
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) => ask(engine(), { ...request, page, hitsPerPage: 15 })),
      );
      expect(pages.map(({ hits }) => hits.length)).toEqual([15, 15, 15, 0]);
      expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45]);
      expect(new Set(pages.flatMap(places)).size).toBe(45);
    }
  });
}
