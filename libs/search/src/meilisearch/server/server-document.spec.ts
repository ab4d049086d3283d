import { tokenizePiece } from '../../text/search-tokens.js';
import { codeOf } from './server-document.js';

describe('tokens as words of the server', () => {
  it.each([
    ['62052rs', 'w62052rs'],
    ['热', 'x070ed'],
    ['.热', 'c070ed'],
    ['~热处', 'g070ed05904'],
    ['0.5mm', 'x000300002e000350006d0006d'],
  ])('%s is %s', (token, code) => {
    expect(codeOf(token)).toBe(code);
  });

  it('are one word each, of small Latin letters and digits, and differ where tokens differ', () => {
    const { words, grams, characters } = tokenizePiece('铝合金ADC12压铸件Φ0.5mm𠮷');
    const tokens = [...new Set([...words, ...grams, ...characters])];
    const codes = tokens.map(codeOf);
    expect(codes.filter((code) => !/^[a-z0-9]{2,240}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(tokens.length);
  });
});
