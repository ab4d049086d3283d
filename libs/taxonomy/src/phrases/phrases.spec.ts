import { bestCover, PhraseTrie } from './phrase-trie.js';

function trieOf(...phrases: string[]): PhraseTrie<string> {
  const trie = new PhraseTrie<string>();
  for (const phrase of phrases) trie.put(phrase, phrase);
  return trie;
}

const found = (trie: PhraseTrie<string>, text: string) =>
  trie.findAll(text).map(({ start, end }) => text.slice(start, end));
const covered = (trie: PhraseTrie<string>, text: string) =>
  bestCover(trie.findAll(text)).map(({ value }) => value);

describe('PhraseTrie', () => {
  it('finds phrases inside longer ones too', () => {
    expect(found(trieOf('处理', '热处理', '表面处理'), '热处理及表面处理')).toEqual([
      '热处理',
      '处理',
      '表面处理',
      '处理',
    ]);
  });

  it('finds Latin phrases on word boundaries only', () => {
    const trie = trieOf('pe', 'cnc', '3d打印');
    expect(found(trie, 'pe管、pet膜、cnc加工、xcnc')).toEqual(['pe', 'cnc']);
    expect(found(trie, '3d打印 13d打印')).toEqual(['3d打印']);
  });

  it('takes hyphen and blank as the same and finds English plurals', () => {
    const trie = trieOf('die casting', 'bearing', 'box', 'gas');
    expect(found(trie, 'die-casting bearings, boxes')).toEqual(['die-casting', 'bearings']);
    expect(found(trie, 'gass bearingst')).toEqual([]);
  });

  it('finds a single character only where it stands alone', () => {
    expect(found(trieOf('纸', '酒'), '酒、图纸、纸')).toEqual(['酒', '纸']);
  });

  it('gives the value of exactly one phrase', () => {
    expect(trieOf('轴承').get('轴承')).toBe('轴承');
    expect(trieOf('轴承').get('轴')).toBeUndefined();
  });
});

describe('bestCover', () => {
  it('leaves out a shorter match inside a longer one and keeps it elsewhere', () => {
    expect(covered(trieOf('处理', '热处理'), '热处理、污水处理')).toEqual(['热处理', '处理']);
  });

  it('covers as much as it can rather than take the first long phrase', () => {
    expect(covered(trieOf('不锈钢', '不锈钢管', '管件'), '不锈钢管件')).toEqual(['不锈钢', '管件']);
  });

  it('keeps the head of a compound whole', () => {
    const trie = trieOf('铝合金', '铝合金压铸', '压铸', '压铸模具', '模具');
    expect(covered(trie, '铝合金压铸模具')).toEqual(['铝合金', '压铸模具']);
  });

  it('prefers one piece to two that cover as much', () => {
    expect(covered(trieOf('机械', '加工', '机械加工'), '机械加工')).toEqual(['机械加工']);
  });

  it('gives nothing for a text without matches', () => {
    expect(covered(trieOf('轴承'), '')).toEqual([]);
    expect(covered(trieOf('轴承'), '齿轮')).toEqual([]);
  });

  it('never overlaps and never covers less than the longest match, on random texts', () => {
    const trie = trieOf('甲乙', '乙', '乙丙丁', '丙丁戊', '丁戊', '戊甲乙');
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      const text = Array.from(
        { length: 12 },
        () => '甲乙丙丁戊'[(seed = (seed * 16807) % 2147483647) % 5],
      ).join('');
      const matches = trie.findAll(text);
      const cover = bestCover(matches);
      cover.slice(1).forEach((match, i) => expect(match.start).toBeGreaterThanOrEqual(cover[i]?.end ?? 0));
      const total = cover.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(total).toBeGreaterThanOrEqual(Math.max(0, ...matches.map(({ start, end }) => end - start)));
      expect(total).toBe(mostCoverable(text.length, matches));
    }
  });
});

/** The largest number of characters that matches can cover without overlap, by plain dynamic programming. */
function mostCoverable(length: number, matches: readonly { start: number; end: number }[]): number {
  const best = new Array<number>(length + 1).fill(0);
  for (let at = 1; at <= length; at++) {
    best[at] = best[at - 1] ?? 0;
    for (const { start, end } of matches) {
      if (end === at) best[at] = Math.max(best[at] ?? 0, (best[start] ?? 0) + end - start);
    }
  }
  return best[length] ?? 0;
}

describe('a phrase that is taken out', () => {
  it('is found no more, longer and shorter ones are', () => {
    const trie = trieOf('处理', '热处理', '热处理炉');
    trie.remove('热处理');
    trie.remove('没有');
    expect(found(trie, '热处理炉')).toEqual(['热处理炉', '处理']);
  });
});
