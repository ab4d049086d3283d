import { mayBeMisspelt, MOST_MENDED, nearWords, withMended } from '../../text/near-words.js';
import type { TextQuery } from '../../text/text-query.js';
import type { IndexReader } from './index-reader.js';

/** The query with the most frequent known neighbour in place of each Latin word that no document knows. */
export async function mended(reader: IndexReader, text: TextQuery): Promise<TextQuery> {
  const words = text.shown.map(({ token }) => token).filter(mayBeMisspelt);
  if (words.length === 0) return text;
  const known = await reader.frequencies(words);
  const unknown = words.filter((word) => known.get(word) === 0).slice(0, MOST_MENDED);
  const near = new Map(unknown.map((word) => [word, nearWords(word)]));
  const frequencies = await reader.frequencies([...new Set([...near.values()].flat())]);
  const right = new Map<string, string>();
  for (const [word, others] of near) {
    const found = others.filter((other) => frequencies.get(other)! > 0);
    found.sort((a, b) => frequencies.get(b)! - frequencies.get(a)! || (a < b ? -1 : 1));
    if (found[0]) right.set(word, found[0]);
  }
  return withMended(text, right);
}
