import type { EvalQuery } from './collection.js';
import { answersOf, contestOf, queriesThatCount } from './contest.js';

const query = (id: string, grades: Record<string, number>): EvalQuery => ({
  id,
  text: id,
  grades: new Map(Object.entries(grades)),
});
const contestant = (name: string, rankings: Record<string, string[]>) => ({
  name,
  rank: async (text: string) => rankings[text] ?? [],
});

describe('a contest', () => {
  const asked = [query('q1', { a: 3, b: 0 }), query('q2', { c: 1 }), query('q3', { d: 0 })];
  const queries = queriesThatCount(asked);

  it('counts only queries for which something is relevant', () => {
    expect(queries.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(() => queriesThatCount([query('q3', { d: 0 })])).toThrow('nothing was measured');
  });

  it('sets the engine beside the baseline with the highest nDCG@10', async () => {
    const ours = await answersOf(contestant('ours', { q1: ['a'], q2: ['b', 'c'] }), queries);
    const weak = await answersOf(contestant('weak', { q1: ['a'] }), queries);
    const best = await answersOf(contestant('best', { q1: ['b', 'a'], q2: ['b', 'c'] }), queries);
    const outcome = contestOf({ asked, queries }, [{ answers: ours, unread: weak }], [weak, best]);
    const second = 1 / Math.log2(3);
    expect(outcome.leftOut).toBe(1);
    expect(outcome.bestBaseline.name).toBe('best');
    expect(outcome.bestBaseline.mean.ndcgAt10).toBeCloseTo(second, 12);
    expect(outcome.engines[0]?.gap.gapClosed).toBeCloseTo(((1 + second) / 2 - second) / (1 - second), 12);
    expect(outcome.engines[0]?.mean.mrrAt10).toBe(0.75);
    expect(outcome.engines[0]?.unread?.name).toBe('weak');
    expect(outcome.engines[0]?.unread?.gap.gapClosed).toBeCloseTo(second, 12);
  });
});
