import type { NeedReading } from '@app/need-reading';
import { inverseDocumentFrequency, type TermStatistics } from '@app/search';
import { wordingTerms } from './need-wording.js';
import { type Rarity, wordsOf } from './word-set.js';

/** No word counts as rarer than one in this share of the documents, so that one odd modifier does not decide. */
const RAREST_SHARE = 0.0003;

/** The words of a need whose rarity matters. */
export function wordsAsked(reading: NeedReading): string[] {
  const parts = reading.parts.flatMap((part) => wordsOf(part.text));
  return [...new Set([...wordingTerms(reading), ...parts].map(({ word }) => word))];
}

/** The rarity of a need's words as plain values, which a thread can be sent. */
export interface RarityTable {
  readonly byWord: ReadonlyMap<string, number>;
  /** The rarity of every other word. */
  readonly rarest: number;
}

/** The rarity of words among the capabilities. */
export async function rarityTable(
  words: readonly string[],
  statistics: Pick<TermStatistics, 'readFrequencies'>,
): Promise<RarityTable> {
  const { documents, frequencies } = await statistics.readFrequencies('capabilities', words);
  const floor = Math.max(1, documents * RAREST_SHARE);
  const byWord = new Map(
    words.map((word) => [
      word,
      inverseDocumentFrequency(documents, Math.max(floor, frequencies.get(word) ?? 0)),
    ]),
  );
  return { byWord, rarest: inverseDocumentFrequency(documents, floor) };
}

/** Looks words up in a table. */
export function rarityIn({ byWord, rarest }: RarityTable): Rarity {
  return (word) => byWord.get(word) ?? rarest;
}

/** The rarity of a need's words among the capabilities. */
export async function rarityOf(
  reading: NeedReading,
  statistics: Pick<TermStatistics, 'readFrequencies'>,
): Promise<Rarity> {
  return rarityIn(await rarityTable(wordsAsked(reading), statistics));
}
