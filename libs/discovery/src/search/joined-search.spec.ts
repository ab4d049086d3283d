import { jest } from '@jest/globals';
import type { MatchOrder } from '@app/matching';
import type { SearchAnswer, SearchRequest } from '@app/search';
import type { SearchClient } from './search-client.js';
import { JOINED, JoinedSearch } from './joined-search.js';

const SENTENCE = '求购铝合金压铸电机壳体，每月5000件，质量稳定';
const IDS = Array.from({ length: 45 }, (_, i) => `hit ${i}`);
/** Matching thinks the other way round about the hits that are joined. */
const TURNED = IDS.slice(0, JOINED).reverse();

function aBox({ degraded = false, proposed = TURNED }: { degraded?: boolean; proposed?: string[] } = {}) {
  const answer = ({ page, hitsPerPage }: SearchRequest): Promise<SearchAnswer> =>
    Promise.resolve({
      hits: IDS.slice((page - 1) * hitsPerPage, page * hitsPerPage).map((id) => ({
        id,
        score: 100 - IDS.indexOf(id),
      })),
      total: IDS.length,
      totalIsLowerBound: false,
      facets: {},
      degraded,
    });
  const desk = { answerRequest: jest.fn(answer) };
  const order = { orderCapabilities: jest.fn(() => Promise.resolve(proposed)) };
  const box = new JoinedSearch(desk as unknown as SearchClient, order as unknown as MatchOrder);
  const ask = (request: Partial<SearchRequest> = {}) =>
    box.answerRequest({ index: 'capabilities', text: SENTENCE, page: 1, hitsPerPage: 20, ...request });
  return { ask, desk, order };
}

const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id);

describe('the first hits for a sentence', () => {
  it('stand in the joined order, with the same total and falling scores', async () => {
    const { ask } = aBox({ proposed: ['hit 9', 'hit 0', 'hit 1'] });
    const answer = await ask();
    expect(idsOf(answer).slice(0, 2)).toEqual(['hit 0', 'hit 1']);
    expect(idsOf(answer).indexOf('hit 9')).toBeLessThan(9);
    expect(answer.total).toBe(IDS.length);
    const scores = answer.hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('show every hit once, however the pages are cut', async () => {
    const { ask } = aBox();
    const whole = idsOf(await ask({ hitsPerPage: 45 }));
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ask({ page, hitsPerPage: 12 })));
    expect(pages.flatMap(idsOf)).toEqual(whole);
    expect([...whole].sort()).toEqual([...IDS].sort());
    expect(whole.slice(JOINED)).toEqual(IDS.slice(JOINED));
  });

  it.each<[string, Partial<SearchRequest>]>([
    ['a few words', { text: '铝合金压铸' }],
    ['no words', { text: '' }],
    ['another index', { index: 'needs' }],
    ['an explicit order', { sort: [{ field: 'updatedAt', direction: 'DESC' }] }],
    ['nothing but counts', { hitsPerPage: 0 }],
    ['a later page', { page: 3 }],
  ])('are the engine’s alone for %s', async (_, request) => {
    const { ask, desk, order } = aBox();
    const answer = await ask(request);
    expect(order.orderCapabilities).not.toHaveBeenCalled();
    expect(desk.answerRequest).toHaveBeenCalledWith(expect.objectContaining(request));
    expect(idsOf(answer)).toEqual(
      IDS.slice(request.page === 3 ? 40 : 0, (request.page ?? 1) * (request.hitsPerPage ?? 20)),
    );
  });

  it('are left as they are where the engine is away', async () => {
    const { ask, order } = aBox({ degraded: true });
    expect(idsOf(await ask())).toEqual(IDS.slice(0, 20));
    expect(order.orderCapabilities).not.toHaveBeenCalled();
  });
});
