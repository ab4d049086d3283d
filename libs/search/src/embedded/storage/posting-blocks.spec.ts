import { impactOf } from '../../ranking/impact.js';
import { BLOCK_SIZE, ENTRY_BYTES, impactIn, PostingRun, unpackBlocks, writeEntry } from './posting-blocks.js';

/** A generator of pseudo-random numbers below a bound, the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('posting blocks', () => {
  it('give back every entry of every run, at its document and with its impact', () => {
    const random = randomNumbers(7);
    const run = new PostingRun();
    const expected = new Map<string, number>();
    const lengths = Array.from({ length: 3000 }, () => 1 + random(60));
    lengths.forEach((length, document) => {
      const tokens = [...new Set(Array.from({ length: 1 + random(9) }, () => random(500)))];
      const counts = tokens.map(() => 1 + random(20));
      run.add({ tokens: Uint32Array.from(tokens), counts: Uint8Array.from(counts), length });
      tokens.forEach((token, i) => expected.set(`${token} ${document}`, impactOf(counts[i]!, length, 25)));
    });

    const { tokens, counts, bytes } = run.pack(500, 25);
    const found = new Map<string, number>();
    let at = 0;
    tokens.forEach((token, i) => {
      const end = at + counts[i]! * ENTRY_BYTES;
      const list = unpackBlocks([{ block: 0, bytes: bytes.subarray(at, end) }], lengths.length);
      expect([...list.lows]).toEqual([...list.lows].sort((a, b) => a - b));
      list.lows.forEach((document, n) => found.set(`${token} ${document}`, list.impacts[n]!));
      at = end;
    });
    expect(found).toEqual(expected);
    expect(run.documents).toBe(0);
  });

  it('reads up to the limit of a reader and no further', () => {
    const bytes = new Uint8Array(3 * ENTRY_BYTES);
    [5, 9, 65_535].forEach((low, i) => writeEntry(bytes, i * ENTRY_BYTES, low, 100 + i));
    const both = [
      { block: 0, bytes },
      { block: 2, bytes },
    ];
    const list = unpackBlocks(both, 2 * BLOCK_SIZE + 9);
    expect(list.ends).toEqual([3, 4]);
    expect([...list.lows]).toEqual([5, 9, 65_535, 5]);
    expect(unpackBlocks(both, 0).lows).toHaveLength(0);
  });

  it('finds the impact of one document', () => {
    const bytes = new Uint8Array(4 * ENTRY_BYTES);
    [0, 7, 300, 65_535].forEach((low, i) => writeEntry(bytes, i * ENTRY_BYTES, low, 10 + i));
    const list = unpackBlocks(
      [
        { block: 1, bytes },
        { block: 3, bytes },
      ],
      4 * BLOCK_SIZE,
    );
    expect([0, 7, 300, 65_535].map((low) => impactIn(list, BLOCK_SIZE + low))).toEqual([10, 11, 12, 13]);
    expect(impactIn(list, 3 * BLOCK_SIZE + 300)).toBe(12);
    expect(impactIn(list, 3 * BLOCK_SIZE + 301)).toBe(0);
    expect(impactIn(list, 300)).toBe(0);
  });
});

describe('impact', () => {
  it('grows with occurrences, shrinks with length, and stays within a byte', () => {
    const usual = impactOf(2, 20, 20);
    expect(usual).toBe(Math.round(255 / 2.2));
    expect(impactOf(4, 20, 20)).toBeGreaterThan(usual);
    expect(impactOf(2, 200, 20)).toBeLessThan(usual);
    expect(impactOf(254, 1, 1000)).toBeLessThanOrEqual(255);
    expect(impactOf(1, 1e9, 1)).toBe(1);
  });
});
