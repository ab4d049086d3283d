import type { NeedPart } from '@app/need-reading';
import { type GatheringQuery, mostPromising } from './recall.js';

const part = (text: string, weight: number): NeedPart => ({
  kind: 'MATERIAL',
  role: 'DEFINING',
  text,
  conceptId: null,
  weight,
});
const query = (of?: NeedPart): GatheringQuery => ({ terms: [], limit: 300, ...(of ? { part: of } : {}) });
const queries = [query(), query(part('铝合金', 0.8)), query(part('压铸', 1))];
const order = (documents: Readonly<Record<string, number[]>>) =>
  mostPromising(
    queries,
    Object.entries(documents).map(([id, scores]) => ({ id, scores })),
  ).map(({ id }) => id);

describe('the promise of recalled candidates', () => {
  it('puts who carries several parts partly before who carries one of them alone', () => {
    expect(order({ alloy: [0.2, 0.2, 0], casting: [0.1, 0.1, 0.1] })).toEqual(['casting', 'alloy']);
  });

  it('weighs each part against the best candidate for it, however little of a query anybody carries', () => {
    expect(order({ alloy: [0, 0.9, 0], casting: [0, 0, 0.01] })).toEqual(['casting', 'alloy']);
  });

  it('goes by the words where nothing names a part', () => {
    const words = mostPromising(
      [query()],
      [
        { id: 'few', scores: [0.1] },
        { id: 'many', scores: [0.3] },
      ],
    );
    expect(words.map(({ id }) => id)).toEqual(['many', 'few']);
  });

  it('keeps the order of ids among equals, and nothing of nothing', () => {
    expect(order({ b: [0.1, 0.1, 0.1], a: [0.1, 0.1, 0.1] })).toEqual(['a', 'b']);
    expect(mostPromising(queries, [])).toEqual([]);
  });
});
