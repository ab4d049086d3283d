import { unpackBlocks } from '../storage/posting-blocks.js';
import { PostingCache } from './posting-cache.js';

const listOf = (entries: number) => {
  const bytes = new Uint8Array(entries * 3);
  for (let i = 0; i < entries; i++) bytes[i * 3] = i;
  return unpackBlocks([{ block: 0, bytes }], 65_536);
};

describe('the cache of postings', () => {
  it('lets the least recently used go when it is full', () => {
    const cache = new PostingCache(3 * 700);
    for (const token of ['a', 'b', 'c']) cache.put(1, token, listOf(80));
    cache.get(1, 'a');
    cache.put(1, 'd', listOf(80));
    expect(['a', 'b', 'c', 'd'].map((token) => cache.get(1, token) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('keeps owners apart and forgets one as a whole', () => {
    const cache = new PostingCache(10_000);
    cache.put(1, 'a', listOf(1));
    cache.put(11, 'a', listOf(2));
    expect(cache.get(1, 'a')?.lows).toHaveLength(1);
    cache.dropOwner(1);
    expect(cache.get(1, 'a')).toBeUndefined();
    expect(cache.get(11, 'a')?.lows).toHaveLength(2);
    cache.drop(11, 'a');
    expect(cache.get(11, 'a')).toBeUndefined();
  });
});
