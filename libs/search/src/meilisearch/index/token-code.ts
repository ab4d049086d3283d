import { CHARACTER_SIGN, GRAM_SIGN } from '../../text/token-signs.js';

/** Longer words are cut off, on both sides alike: the server drops words of more than 250 bytes. */
const MAX_CHARACTERS = 45;
const HEX_DIGITS = 5;

/**
 * A token as one word of Latin letters and digits, so that the server takes it as it is. Left in Chinese, a token would
 * be cut again by the server's dictionary: a query's ten terms would be used up by fewer words, words would fall apart
 * into single characters that find homophones, and a server built with pinyin would match by sound.
 */
export function codeOf(token: string): string {
  if (/^[a-z0-9]+$/.test(token)) return `w${token.slice(0, MAX_CHARACTERS)}`;
  if (token.startsWith(GRAM_SIGN)) return `g${hexOf(token.slice(1))}`;
  if (token.startsWith(CHARACTER_SIGN)) return `c${hexOf(token.slice(1))}`;
  return `x${hexOf(token)}`;
}

/** Several tokens as a text that the server cuts at the blanks. */
export function codesOf(tokens: readonly string[]): string {
  return tokens.map(codeOf).join(' ');
}

function hexOf(text: string): string {
  const characters = [...text].slice(0, MAX_CHARACTERS);
  return characters.map((c) => c.codePointAt(0)!.toString(16).padStart(HEX_DIGITS, '0')).join('');
}
