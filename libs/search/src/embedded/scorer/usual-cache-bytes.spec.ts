import { usualCacheBytes } from './start-scorer.js';

const GIGABYTE = 1024 ** 3;

describe('the memory for postings', () => {
  it('is a sixteenth of the machine’s, within bounds', () => {
    expect(usualCacheBytes(8 * GIGABYTE)).toBe(GIGABYTE / 2);
    expect(usualCacheBytes(GIGABYTE)).toBe(192 * 1024 ** 2);
    expect(usualCacheBytes(256 * GIGABYTE)).toBe(GIGABYTE);
  });

  it('is known of this machine', () => {
    expect(usualCacheBytes()).toBeGreaterThanOrEqual(usualCacheBytes(0));
  });
});
