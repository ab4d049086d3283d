import { foldText, foldWithOrigins } from './fold-text.js';

describe('a folded text that knows where it comes from', () => {
  it.each(['  ＩＳＯ　9001：2015 ', '壁厚２㎜，月產８萬件', 'a\n\n b', '１㎡ 😀 ok', ''])(
    'reads %j as foldText does and gives back what stood there',
    (text) => {
      const { folded, passage } = foldWithOrigins(text);
      expect(folded).toBe(foldText(text));
      expect(passage(0, folded.length)).toBe(text.trim());
    },
  );

  it('quotes a stretch in its original writing', () => {
    const text = '厂房２㎡，通过ＩＳＯ　9001：2015认证';
    const { folded, passage } = foldWithOrigins(text);
    const start = folded.indexOf('iso');
    expect(passage(start, folded.indexOf('认证'))).toBe('ＩＳＯ　9001：2015');
  });

  it('falls back to the folded words where characters were joined', () => {
    expect(foldWithOrigins('e\u0301 月产').passage(0, 1)).toBe('é');
  });
});
