import { recallTokens } from './token-groups.js';

const tokensOf = (text: string, byWords: boolean) =>
  recallTokens({ terms: [{ text, weight: 1, byWords }], limit: 10 }).tokens.map(({ token }) => token);

describe('the tokens of a recall query', () => {
  it('are words and pairs of characters, of other names words alone', () => {
    const words = tokensOf('减速机', true);
    expect(words.length).toBeGreaterThan(0);
    expect(tokensOf('减速机', false).length).toBeGreaterThan(words.length);
    expect(tokensOf('减速机', false)).toEqual(expect.arrayContaining(words));
  });

  it('are pairs of characters where no word is known', () => {
    expect(tokensOf('罍', true)).toEqual(tokensOf('罍', false));
  });

  it('count once, with the highest weight', () => {
    const terms = [
      { text: '压铸', weight: 0.5 },
      { text: '压铸', weight: 1 },
    ];
    const { tokens } = recallTokens({ terms, limit: 10 });
    const [once] = recallTokens({ terms: terms.slice(1), limit: 10 }).tokens;
    expect(tokens.filter(({ token }) => token === once?.token)).toEqual([once]);
  });
});
