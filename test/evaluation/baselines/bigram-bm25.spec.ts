import { BigramBm25, bigramsOf } from './bigram-bm25.js';

describe('character-bigram BM25', () => {
  it('cuts runs of letters and digits into pairs', () => {
    expect(bigramsOf('热处理，A-B12')).toEqual(['热处', '处理', 'a', 'b1', '12']);
  });

  it('scores as Okapi says', () => {
    const index = new BigramBm25();
    index.add('long', '轴承座与轴承');
    index.add('short', '轴承');
    index.add('other', '电机');
    // 轴承 is in two of three documents; lengths 5, 1 and 1 with a mean of 7/3.
    const gain = (count: number, length: number) =>
      (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / (7 / 3)));
    expect(gain(1, 1)).toBeGreaterThan(gain(2, 5));
    expect(index.rank('轴承', 10)).toEqual(['short', 'long']);
  });

  it('prefers the document that carries the rare pair, and leaves out what shares nothing', () => {
    const index = new BigramBm25();
    for (let i = 0; i < 5; i++) index.add(`common ${i}`, '铝合金压铸');
    index.add('rare', '铝合金锻造');
    index.add('none', '面料');
    expect(index.rank('铝合金锻造', 2)).toEqual(['rare', 'common 0']);
    expect(index.rank('铝合金锻造', 10)).not.toContain('none');
    expect(index.rank('！', 10)).toEqual([]);
  });
});
