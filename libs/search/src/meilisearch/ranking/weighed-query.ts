import { GRAM_WEIGHT, WORD_WEIGHT } from '../../embedded/scorer/token-weights.js';
import type { TextQuery } from '../../embedded/scorer/score-query.js';
import type { IndexName } from '../../port/index-schemas.js';
import { inverseDocumentFrequency } from '../../port/inverse-document-frequency.js';
import { GRAM_SIGN } from '../../text/token-signs.js';
import type { FrequencyBook } from './frequency-book.js';

/** The most tokens of a query; of more, those that come first are taken. */
const MAX_TOKENS = 64;
const HAN = /\p{Script=Han}/u;

/** A token that documents carry, and its worth: weight times rarity. */
export interface WorthyToken {
  readonly token: string;
  readonly worth: number;
}

/** What a query is worth, token by token. */
export interface WeighedQuery {
  readonly text: TextQuery;
  /** Known words and pairs of Han, the most telling first. */
  readonly tokens: readonly WorthyToken[];
  /** Those of `tokens` that are words. */
  readonly words: readonly WorthyToken[];
  readonly knownMass: number;
  /** What the words would be worth that no document knows. */
  readonly unknownMass: number;
}

/** What tokens are worth together. */
export function massOf(tokens: readonly WorthyToken[]): number {
  return tokens.reduce((sum, { worth }) => sum + worth, 0);
}

/** Weighs tokens by their rarity in an index; those that no document carries stay out. */
export async function weigh(
  book: FrequencyBook,
  index: IndexName,
  weights: ReadonlyMap<string, number>,
): Promise<{ tokens: WorthyToken[]; documents: number }> {
  const asked = [...weights].slice(0, MAX_TOKENS);
  const { documents, frequencies } = await book.look(
    index,
    asked.map(([token]) => token),
  );
  const tokens = asked.flatMap(([token, weight]) => {
    const frequency = frequencies.get(token) ?? 0;
    return frequency > 0 ? [{ token, worth: weight * inverseDocumentFrequency(documents, frequency) }] : [];
  });
  return { tokens: tokens.sort((a, b) => b.worth - a.worth), documents };
}

/** Weighs what somebody searches for. */
export async function weighText(
  book: FrequencyBook,
  index: IndexName,
  text: TextQuery,
): Promise<WeighedQuery> {
  const words = new Set([...text.words, ...text.lone]);
  const weights = new Map<string, number>();
  for (const word of words) weights.set(word, WORD_WEIGHT);
  for (const gram of text.grams) if (HAN.test(gram)) weights.set(gram, GRAM_WEIGHT);
  const { tokens, documents } = await weigh(book, index, weights);
  const known = new Set(tokens.map(({ token }) => token));
  const unknown = text.shown.filter(({ token }) => !isKnown(token, known));
  return {
    text,
    tokens,
    words: tokens.filter(({ token }) => words.has(token)),
    knownMass: massOf(tokens),
    unknownMass: unknown.length * (WORD_WEIGHT + GRAM_WEIGHT) * inverseDocumentFrequency(documents, 0),
  };
}

/** The pairs of characters inside a word. */
export function gramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => GRAM_SIGN + characters[i]! + character);
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || (HAN.test(word) && gramsOf(word).every((gram) => known.has(gram)));
}
