import {
  gapClosed,
  hasRelevant,
  meanMetrics,
  measureRanking,
  ndcgAt,
  recallAt,
  reciprocalRankAt,
} from './ranking-metrics.js';

const grades = new Map([
  ['exact', 3],
  ['nearly', 2],
  ['near trade', 1],
  ['no', 0],
]);

describe('metrics of a ranking', () => {
  it('counts the relevant among the first places, of all relevant', () => {
    expect(recallAt(20, ['no', 'exact', 'unknown', 'near trade'], grades)).toBeCloseTo(2 / 3);
    expect(recallAt(1, ['no', 'exact'], grades)).toBe(0);
    expect(recallAt(20, ['exact', 'exact'], grades)).toBeCloseTo(1 / 3);
    expect(recallAt(20, ['no'], new Map([['no', 0]]))).toBe(0);
  });

  it('takes one by the place of the first relevant document', () => {
    expect(reciprocalRankAt(10, ['no', 'unknown', 'near trade', 'exact'], grades)).toBeCloseTo(1 / 3);
    expect(reciprocalRankAt(2, ['no', 'unknown', 'exact'], grades)).toBe(0);
  });

  it('discounts gains by place and compares with the best order', () => {
    // Found: 0 + 7/log2(3) + 1/log2(4); best: 7/log2(2) + 3/log2(3) + 1/log2(4).
    const found = 7 / Math.log2(3) + 1 / 2;
    const best = 7 + 3 / Math.log2(3) + 1 / 2;
    expect(ndcgAt(10, ['no', 'exact', 'near trade'], grades)).toBeCloseTo(found / best, 12);
    expect(found / best).toBeCloseTo(0.5234, 4);
    expect(ndcgAt(10, ['exact', 'nearly', 'near trade', 'no'], grades)).toBe(1);
    expect(ndcgAt(10, [], grades)).toBe(0);
  });

  it('knows the depth of the best order too', () => {
    const many = new Map(Array.from({ length: 30 }, (_, i) => [`d${i}`, 3]));
    expect(ndcgAt(10, [...many.keys()].slice(0, 10), many)).toBe(1);
    expect(recallAt(20, [...many.keys()], many)).toBeCloseTo(20 / 30);
  });

  it('averages over queries', () => {
    const first = measureRanking(['exact', 'nearly', 'near trade'], grades);
    const second = measureRanking(['no'], grades);
    expect(meanMetrics([first, second])).toEqual({ recallAt20: 0.5, mrrAt10: 0.5, ndcgAt10: 0.5 });
  });

  it('knows whether anything is relevant', () => {
    expect(hasRelevant(grades)).toBe(true);
    expect(hasRelevant(new Map([['no', 0]]))).toBe(false);
  });
});

describe('gap closed', () => {
  it('is the share of the way from the baseline to perfection', () => {
    // Means 0.9 and 0.8: half of the gap of 0.2.
    expect(gapClosed([1, 0.8], [0.9, 0.7]).gapClosed).toBeCloseTo(0.5, 12);
    expect(gapClosed([0.5, 0.5], [0.75, 0.75]).gapClosed).toBeCloseTo(-1, 12);
  });

  it('has an interval of no width where every query says the same', () => {
    const { gapClosedLow, gapClosedHigh } = gapClosed([0.75, 0.75, 0.75], [0.5, 0.5, 0.5]);
    expect(gapClosedLow).toBeCloseTo(0.5, 12);
    expect(gapClosedHigh).toBeCloseTo(0.5, 12);
  });

  it('has an interval around the value that is the same each time', () => {
    const ours = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 0.4 : 0.9));
    const theirs = Array.from({ length: 40 }, (_, i) => (i % 5 === 0 ? 0.9 : 0.6));
    const measured = gapClosed(ours, theirs);
    expect(measured.gapClosedLow).toBeLessThan(measured.gapClosed);
    expect(measured.gapClosedHigh).toBeGreaterThan(measured.gapClosed);
    expect(gapClosed(ours, theirs)).toEqual(measured);
  });

  it('closes nothing beyond a perfect baseline', () => {
    expect(gapClosed([1], [1]).gapClosed).toBe(0);
    expect(gapClosed([0.5], [1]).gapClosed).toBe(-0.5);
  });

  it('refuses values of different queries', () => {
    expect(() => gapClosed([1], [])).toThrow('every query');
  });
});
