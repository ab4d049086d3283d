import { mayBeMisspelt, nearWords } from './near-words.js';

describe('words with one wrong letter', () => {
  it.each([
    ['bering', 'bearing', 'a letter left out'],
    ['beearing', 'bearing', 'a letter too many'],
    ['baaring', 'bearing', 'another letter'],
    ['baering', 'bearing', 'two letters swapped'],
  ])('%s is near %s: %s', (wrong, right) => {
    expect(nearWords(wrong)).toContain(right);
  });

  it('leaves digits as they are', () => {
    expect(nearWords('adc12')).toContain('adg12');
    expect(nearWords('adc12').filter((word) => !word.includes('1') || !word.includes('2'))).toEqual([]);
  });

  it('is looked for only in Latin words that are long enough', () => {
    expect(['bering', 'cnc', '6205', '轴承加工件'].map(mayBeMisspelt)).toEqual([true, false, false, false]);
  });
});
