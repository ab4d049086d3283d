import { gapClosed } from './gap-closed.js';

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
