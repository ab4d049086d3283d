import { codeOf } from '../index/server-document.js';

/** The server reads so many terms of a query and passes over the rest without a word. */
export const MAX_TERMS = 10;

/** Signs that would turn what follows into a mandatory phrase or an exclusion; a code has none, a raw word may. */
const OPERATORS = /["“”]|(^|\s)-+/g;

/** Tokens as a query, the most telling first, so that nothing that matters is cut off. */
export function termsOf(tokens: readonly string[]): string {
  return [...new Set(tokens.map(codeOf))].slice(0, MAX_TERMS).join(' ');
}

/** A word as somebody typed it, made harmless. */
export function plainWord(word: string): string {
  return word.replace(OPERATORS, '$1').trim();
}
