import type { RecalledDocument, SearchEngine } from '@app/search';
import { fill, idAt } from './contract-documents.js';

const DOCUMENTS = [
  { title: '铝合金压铸', concepts: ['die-casting'], facets: { province: '330000' } },
  { title: '锌合金压铸', concepts: ['die-casting'], facets: { province: '320000' } },
  { title: '铝型材挤压', concepts: ['extrusion'], facets: { province: '330000' } },
  { title: '压铸脱模剂', facets: { province: '310000' } },
  { title: '高压铸造', concepts: ['die-casting'], facets: { province: '330000' } },
  ...Array.from({ length: 40 }, () => ({ title: '办公家具' })),
];

/** Candidates for matching. */
export function recalls(engine: () => SearchEngine): void {
  beforeAll(() => fill(engine(), 'capabilities', DOCUMENTS));
  const scoresOf = (recalled: readonly RecalledDocument[], place: number) =>
    recalled.find(({ id }) => id === idAt(place))?.scores;

  it('gives the union of the queries with a score for each', async () => {
    const recalled = await engine().recall('capabilities', [
      { terms: [{ text: '压铸', weight: 1 }], limit: 10 },
      {
        terms: [
          { text: '铝合金', weight: 1 },
          { text: '铝', weight: 0.5 },
        ],
        limit: 10,
      },
    ]);
    const ids = recalled.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([0, 1, 3].map(idAt)));
    expect(ids).not.toContain(idAt(20));
    expect(ids[0]).toBe(idAt(0));
    const [casting, aluminium] = scoresOf(recalled, 0)!;
    expect(casting).toBeGreaterThan(0);
    expect(aluminium).toBeGreaterThan(0);
    expect(Math.max(...recalled.flatMap(({ scores }) => scores))).toBeLessThanOrEqual(1);
    expect(scoresOf(recalled, 3)?.[1]).toBe(0);
  });

  it('recalls by concepts what no word would find', async () => {
    const recalled = await engine().recall('capabilities', [
      { terms: [], concepts: ['die-casting'], limit: 10 },
      { terms: [{ text: '脱模剂', weight: 1 }], limit: 10 },
    ]);
    expect(
      recalled
        .filter(({ scores }) => scores[0]! > 0)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([0, 1, 4].map(idAt));
    expect(scoresOf(recalled, 4)).toEqual([expect.closeTo(1), 0]);
  });

  it('keeps to filters and limits', async () => {
    const zhejiang = [{ field: 'province', anyOf: ['330000'] }];
    const query = { terms: [{ text: '压铸', weight: 1 }], concepts: ['die-casting'], filter: zhejiang };
    const all = await engine().recall('capabilities', [{ ...query, limit: 10 }]);
    expect(all.map(({ id }) => id).sort()).toEqual([0, 4].map(idAt));
    const best = await engine().recall('capabilities', [{ ...query, limit: 1 }]);
    expect(best).toEqual(all.slice(0, 1));
  });

  it('gives nothing for nothing', async () => {
    expect(await engine().recall('capabilities', [])).toEqual([]);
    expect(await engine().recall('capabilities', [{ terms: [], limit: 10 }])).toEqual([]);
  });

  it('knows how rare words are', async () => {
    const { documents, frequencies } = await engine().documentFrequencies('capabilities', [
      '压铸',
      '办公家具',
      '咖啡',
    ]);
    expect(documents).toBe(DOCUMENTS.length);
    expect(frequencies.get('压铸')).toBeGreaterThanOrEqual(3);
    expect(frequencies.get('办公家具')).toBe(40);
    expect(frequencies.get('咖啡')).toBe(0);
  });
}
