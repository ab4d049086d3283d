import * as OpenCC from 'opencc-js/t2cn';
import { toSimplified } from './fold-text.js';

const convert = OpenCC.Converter({ from: 't', to: 'cn' });
const { normalizationChain, conversionChain } = OpenCC.Locale.configs.t2s;
const pairs = [...normalizationChain, ...conversionChain]
  .flat()
  .flatMap((dictionary) => dictionary.split('|').map((pair) => pair.split(' ')[0]!));

describe('toSimplified', () => {
  it('makes simplified script of traditional', () => {
    expect(toSimplified('鋁合金壓鑄件、熱處理')).toBe('铝合金压铸件、热处理');
  });

  it('leaves texts alone that are simplified, Latin or empty', () => {
    expect(toSimplified('铝合金压铸件 SUS304')).toBe('铝合金压铸件 SUS304');
    expect(toSimplified('')).toBe('');
  });

  it('knows words that change though each of their characters may stand alone: 坏布, 反覆, 沈阳', () => {
    expect(toSimplified('坏布')).toBe('坯布');
    expect(toSimplified('损坏布料')).toBe(convert('损坏布料'));
    expect(toSimplified('沈阳')).toBe('沈阳');
  });

  it('says what the whole conversion says, for every word of its dictionaries among others', () => {
    expect(pairs.length).toBeGreaterThan(3000);
    pairs.forEach((word, i) => {
      const text = `生产${word}加工${pairs[(i * 7919) % pairs.length]}`;
      expect(toSimplified(text)).toBe(convert(text));
    });
  });
});
