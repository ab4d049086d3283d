import { latinWords, partsOf } from './latin-words.js';

const tokens = (text: string) => latinWords(text).flatMap((word) => word.tokens.map(({ token }) => token));

describe('words that are not Chinese', () => {
  it.each([
    ['6205-2rs', ['62052rs', '6205', '2rs', 'rs']],
    ['m8×30', ['m8x30', 'm8', '30']],
    ['m8*30', ['m8x30', 'm8', '30']],
    ['sus304', ['sus304', 'sus', '304']],
    ['0.5mm', ['0.5mm']],
    ['304/316', ['304', '316']],
    ['high-precision', ['highprecision', 'high', 'precision']],
    ['batteries and valves', ['battery', 'and', 'valve']],
    ['chassis glass virus gas', ['chassis', 'glass', 'virus', 'gas']],
    ['led灯 与 cnc', ['led', 'cnc']],
    ['轴承', []],
  ])('%s gives %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it.each([
    ['m8×30', ['m8']],
    ['6205-2rs', ['6205', '2rs']],
    ['400×300×12', ['400', '300']],
    ['5×4', []],
    ['high-precision', ['high', 'precision']],
  ])('%s may be found by its parts %j', (text, expected) => {
    expect(latinWords(text).flatMap((word) => partsOf(word).map(({ token }) => token))).toEqual(expected);
  });

  it('tells where the parts of a model number stand', () => {
    const [word] = latinWords('轴承 6205-2rs');
    expect(word?.surface).toBe('6205-2rs');
    expect(word?.tokens).toEqual([
      { token: '62052rs', start: 3, end: 11 },
      { token: '6205', start: 3, end: 7 },
      { token: '2rs', start: 8, end: 11 },
      { token: 'rs', start: 9, end: 11 },
    ]);
  });
});
