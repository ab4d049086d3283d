import type { TextQuery } from './query-analysis.js';

/** Shorter words are another word when a letter differs. */
export const LEAST_TYPO_LENGTH = 5;

/** The most words of a query that are mended. */
export const MOST_MENDED = 3;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LATIN_WORD = /^[a-z][a-z0-9]*$/;

/**
 * Whether a typing error is thinkable in a word: Latin letters only, since what looks like a slip between two hanzi is
 * another word.
 */
export function mayBeMisspelt(word: string): boolean {
  return word.length >= LEAST_TYPO_LENGTH && LATIN_WORD.test(word);
}

/**
 * All words at one letter's distance: one left out, exchanged, added, or two neighbours swapped. Digits have to be
 * right, since 6205 and 6206 are two bearings and not one misspelt.
 */
export function nearWords(word: string): string[] {
  const near = new Set<string>();
  const isLetter = (at: number): boolean => /[a-z]/.test(word.charAt(at));
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) near.add(before + letter + after);
    if (!isLetter(at)) continue;
    near.add(before + after.slice(1));
    for (const letter of LETTERS) near.add(before + letter + after.slice(1));
    if (isLetter(at + 1)) near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  near.delete(word);
  return [...near];
}

/** The query with other words in place of misspelt ones; the same object when there is nothing to mend. */
export function withMended(text: TextQuery, mended: ReadonlyMap<string, string>): TextQuery {
  if (mended.size === 0) return text;
  const right = (token: string): string => mended.get(token) ?? token;
  return {
    ...text,
    words: text.words.map(right),
    shown: text.shown.map((word) => ({ ...word, token: right(word.token) })),
    groups: text.groups.map(({ tokens, alternatives }) => ({
      alternatives,
      tokens: tokens.map(({ token, weight }) => ({ token: right(token), weight })),
    })),
  };
}
