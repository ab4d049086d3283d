import { GRAM_SIGN } from '../../text/token-signs.js';
import type { WeighedQuery, WorthyToken } from '../ranking/weighed-query.js';

/** So many words of a query are asked for side by side; documents that have none of the first carry little of it. */
export const ANCHORS_AT_ONCE = 6;

/**
 * The tokens by which candidates are asked for, the most telling first: known words that are no part of another, and
 * pairs of characters where no known word covers them.
 */
export function anchorsOf({ tokens, words }: WeighedQuery): readonly WorthyToken[] {
  const longest = [...words].sort((a, b) => b.token.length - a.token.length);
  const chosen: WorthyToken[] = [];
  for (const word of longest) if (!chosen.some(({ token }) => token.includes(word.token))) chosen.push(word);
  const covered = new Set(chosen.flatMap(({ token }) => [...token]));
  for (const gram of tokens) {
    const characters = [...gram.token.slice(GRAM_SIGN.length)];
    if (gram.token.startsWith(GRAM_SIGN) && characters.some((c) => !covered.has(c))) chosen.push(gram);
  }
  return chosen.sort((a, b) => b.worth - a.worth);
}

/** Each anchor in front of the others. */
export function rotations(anchors: readonly WorthyToken[]): (readonly WorthyToken[])[] {
  return anchors.map((first) => [first, ...anchors.filter((anchor) => anchor !== first)]);
}
