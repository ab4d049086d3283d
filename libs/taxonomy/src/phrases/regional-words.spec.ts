import { foldText } from '@app/kernel';
import { RegionalWords } from './regional-words.js';

describe('words of other regions', () => {
  const words = RegionalWords.load();

  it.each([
    ['塑膠射出成型', '塑料注塑'],
    ['伺服馬達', '伺服电机'],
    ['雷射切割', '激光切割'],
    ['深沟球轴承', '深沟球轴承'],
  ])('%s is %s on the mainland', (text, mainland) => {
    expect(words.inMainlandWords(foldText(text)).text).toBe(mainland);
  });

  it('says where the words stood', () => {
    const { text, starts, ends } = words.inMainlandWords('用雷射切割');
    const at = text.indexOf('切割');
    expect([starts[at], ends[at + 1]]).toEqual([3, 5]);
    expect([starts[1], ends[2]]).toEqual([1, 3]);
  });

  it('finds words in both directions', () => {
    expect(words.findAll('塑胶粒')).toEqual([{ words: '塑胶', other: '塑料' }]);
    expect(words.findAll('直线导轨').map(({ other }) => other)).toEqual(['线性滑轨', '线轨']);
  });
});
