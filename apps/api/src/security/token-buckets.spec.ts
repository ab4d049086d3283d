import { TokenBuckets } from './request-rates.js';

const MINUTE = 60_000;

describe('token buckets', () => {
  it('hold a minute’s allowance and say how long a caller has to wait', () => {
    const buckets = new TokenBuckets();
    expect(buckets.spend('a', 60, 100, 0)).toBe(0);
    expect(buckets.spend('a', 60, 100, 0)).toBe(12);
    expect(buckets.spend('a', 60, 100, 11_500)).toBe(1);
    expect(buckets.spend('a', 60, 100, 12_000)).toBe(0);
  });

  it('fill evenly and not beyond the allowance', () => {
    const buckets = new TokenBuckets();
    buckets.spend('a', 100, 100, 0);
    expect(buckets.spend('a', 100, 100, 10 * MINUTE)).toBe(0);
    expect(buckets.spend('a', 1, 100, 10 * MINUTE)).toBe(1);
  });

  it('are one for each caller', () => {
    const buckets = new TokenBuckets();
    buckets.spend('a', 100, 100, 0);
    expect(buckets.spend('b', 100, 100, 0)).toBe(0);
  });

  it('let through what costs more than a minute, and leave its caller in debt', () => {
    const buckets = new TokenBuckets();
    expect(buckets.spend('a', 250, 100, 0)).toBe(0);
    expect(buckets.spend('a', 10, 100, 0)).toBe(96);
  });

  it('keep a debt of at most a minute', () => {
    const buckets = new TokenBuckets();
    for (let i = 0; i < 50; i++) buckets.owe('a', 50, 100, 0);
    expect(buckets.spend('a', 100, 100, 2 * MINUTE)).toBe(0);
  });

  it('forget whom nobody has heard of for longest', () => {
    const buckets = new TokenBuckets(2);
    for (const caller of ['a', 'b', 'a', 'c']) buckets.spend(caller, 50, 100, 0);
    expect(buckets.spend('b', 100, 100, 0)).toBe(0);
    expect(buckets.spend('c', 100, 100, 0)).toBeGreaterThan(0);
  });
});
