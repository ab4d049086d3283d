import { documentKeys, filterKeys, ListingText, textKeys } from './listing-keys.js';

describe('the keys by which a change finds who waits for it', () => {
  it('are pairs of Chinese characters and whole other words, traditional as simplified', () => {
    expect(textKeys('热處理 SUS304')).toEqual(['g:热处', 'g:处理', 'w:sus304']);
    expect(textKeys('铝')).toEqual([]);
  });

  it('of a word are among those of every text that holds it', () => {
    const text = new ListingText(['汽车零部件真空热处理，6205-2RS 轴承 die casting']);
    for (const word of ['热处理', '6205-2RS', 'Die Casting', '零部件真空']) {
      expect(text.holds(word)).toBe(true);
      expect(text.keys()).toEqual(expect.arrayContaining(textKeys(word)));
    }
    for (const word of ['电镀', '205-2RS', 'cast']) expect(text.holds(word)).toBe(false);
  });

  it('of a document are its concepts, its codes, its words, and the one that all have', () => {
    const keys = documentKeys({
      id: '1',
      version: 1,
      title: '压铸',
      text: '',
      concepts: ['die-casting'],
      facets: { province: '33', tier: ['LITTLE_GIANT'], leadTimeDays: 30, kind: null },
    });
    expect(keys.sort()).toEqual(['*', 'c:die-casting', 'f:province=33', 'f:tier=LITTLE_GIANT', 'g:压铸']);
  });

  it('of a condition are one for each value, and none for a range', () => {
    expect(filterKeys({ field: 'province', anyOf: ['33', '31'] })).toEqual([
      'f:province=33',
      'f:province=31',
    ]);
    expect(filterKeys({ field: 'concept', anyOf: ['die-casting'] })).toEqual(['c:die-casting']);
    expect(filterKeys({ field: 'leadTimeDays', max: 30 })).toEqual([]);
  });
});
