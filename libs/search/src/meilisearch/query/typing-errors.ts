import type { IndexName } from '../../port/index-schemas.js';
import { mayBeMisspelt, MOST_MENDED, withMended } from '../../text/near-words.js';
import type { TextQuery } from '../../text/text-query.js';
import { LATIN_ATTRIBUTE } from '../index/server-document.js';
import type { WeighedQuery } from '../ranking/weighed-query.js';
import type { LiveIndexes } from './live-indexes.js';
import { plainWord } from './query-terms.js';

const TWO_ERRORS_FROM = 9;
const LOOKED_AT = 20;

/**
 * Mends typing errors in words that no document knows, in Latin letters only: what looks like a slip between two hanzi
 * is another word. Digits have to be right, since 6205 and 6206 are two bearings and not one misspelt.
 */
export class TypingErrors {
  constructor(private readonly indexes: LiveIndexes) {}

  /** The query with the nearest known words in place of misspelt ones; the same object when there is nothing to mend. */
  async corrected(index: IndexName, { text, words }: WeighedQuery): Promise<TextQuery> {
    const known = new Set(words.map(({ token }) => token));
    const unknown = text.shown
      .map(({ token }) => token)
      .filter((word) => !known.has(word) && mayBeMisspelt(word))
      .slice(0, MOST_MENDED);
    if (unknown.length === 0) return text;
    const answers = await this.indexes.ask(
      index,
      unknown.map((word) => ({
        q: plainWord(word),
        matchingStrategy: 'all',
        attributesToSearchOn: [LATIN_ATTRIBUTE],
        attributesToRetrieve: [LATIN_ATTRIBUTE],
        page: 1,
        hitsPerPage: LOOKED_AT,
      })),
    );
    const mended = new Map<string, string>();
    unknown.forEach((word, i) => {
      const seen = answers[i]!.hits.flatMap((hit) => String(hit[LATIN_ATTRIBUTE] ?? '').split(' '));
      const nearest = nearestOf(word, new Set(seen));
      if (nearest) mended.set(word, nearest);
    });
    return withMended(text, mended);
  }
}

function nearestOf(word: string, seen: ReadonlySet<string>): string | undefined {
  let nearest: string | undefined;
  let least = word.length >= TWO_ERRORS_FROM ? 3 : 2;
  const digits = (text: string) => text.replace(/\D/g, '');
  for (const other of seen) {
    if (Math.abs(other.length - word.length) >= least || digits(other) !== digits(word)) continue;
    const errors = distance(word, other);
    if (errors < least) [nearest, least] = [other, errors];
  }
  return nearest;
}

/** Levenshtein's distance: letters to insert, drop or exchange. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const exchanged = row[j - 1]! + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
