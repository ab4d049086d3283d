import { bandEnd, withinBand } from './price.criterion.js';

describe('the band of a hidden amount', () => {
  it.each([
    ['95', 100],
    ['100', 100],
    ['100.01', 125],
    ['0.0125', 0.0125],
    ['0.0126', 0.016],
    ['86.5', 100],
    ['80', 80],
    ['999999', 1_000_000],
  ])('of %s ends at %d', (amount, end) => expect(bandEnd(amount)).toBeCloseTo(end, 9));

  it('never ends below the amount, nor more than a third above it', () => {
    for (let amount = 0.001; amount < 1e6; amount *= 1.037) {
      const end = bandEnd(amount.toFixed(6));
      expect(end).toBeGreaterThanOrEqual(amount * 0.9999);
      expect(end).toBeLessThan(amount * 1.3);
    }
  });

  it('answers alike for all amounts of one band', () => {
    for (const price of [60, 80.01, 90, 94.99, 95.01, 100, 100.01, 120])
      expect(['80.01', '95', '99.99', '100'].map((amount) => withinBand(price, amount))).toEqual(
        Array.from({ length: 4 }, () => price <= 100),
      );
  });
});
