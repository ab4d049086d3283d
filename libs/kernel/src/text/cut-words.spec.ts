import { cutSubWords, cutWords, keywords } from './fold-text.js';

describe('cutWords', () => {
  it('cuts Chinese into words and leaves punctuation out', () => {
    expect(cutWords('数控机床，滚珠丝杠')).toEqual(['数控机床', '滚珠', '丝杠']);
    expect(cutWords('')).toEqual([]);
  });

  it('gives the shorter words inside a word when asked for them', () => {
    expect(cutSubWords('热处理')).toEqual(expect.arrayContaining(['处理', '热处理']));
  });
});

describe('keywords', () => {
  it('gives the words that say most, the rarest first', () => {
    const words = keywords('我们需要直线导轨，我们需要直线导轨和使用说明', 2);
    expect(words[0]?.word).toBe('直线导轨');
    expect(words).toHaveLength(2);
    expect(words[0]!.weight).toBeGreaterThan(words[1]!.weight);
  });

  it('gives nothing for nothing', () => {
    expect(keywords('', 5)).toEqual([]);
    expect(keywords('，。', 5)).toEqual([]);
  });
});
