import { CONCEPT_FIELD } from '../port/index-schemas.js';
import type { RecallQuery } from '../port/recall.js';
import { type Filter, NO_READING, type QueryReading } from '../port/search-request.js';
import { latinWords, partCount, partsOf } from './latin-words.js';
import {
  type AlternativeToken,
  analyzeQuery,
  type TextQuery,
  type TokenGroup,
  type WeightedToken,
} from './query-analysis.js';
import { foldPiece, pieces } from './search-tokens.js';
import {
  CHARACTER_WEIGHT,
  GRAM_WEIGHT,
  LETTER_PAIR_WEIGHT,
  PARTS_WEIGHT,
  valueToken,
  WORD_WEIGHT,
} from './token-signs.js';

/** One query of a recall, cut into tokens. */
export interface RecallScoreQuery {
  readonly tokens: readonly WeightedToken[];
  readonly filter: readonly Filter[];
  readonly limit: number;
}

/** A recall query as tokens; what several phrases share counts once, with the highest weight. */
export function recallTokens({ terms, concepts = [], filter = [], limit }: RecallQuery): RecallScoreQuery {
  const weights = new Map<string, number>();
  const raise = (token: string, weight: number) =>
    weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  for (const { text, weight, byWords = false } of terms) {
    const { words, grams } = analyzeQuery(text);
    for (const word of words) raise(word, weight * WORD_WEIGHT);
    if (byWords && words.length > 0) continue;
    for (const gram of grams) raise(gram, weight * GRAM_WEIGHT);
  }
  for (const concept of concepts) raise(valueToken(CONCEPT_FIELD, concept), WORD_WEIGHT);
  return { tokens: Array.from(weights, ([token, weight]) => ({ token, weight })), filter, limit };
}

const HAN = /\p{Script=Han}/u;

/** What courtesies and conditions around the subject of a query weigh against it. */
const BESIDE_SUBJECT = 0.15;

/** What the thing asked for weighs among the many words of a sentence. */
const THING = 2;

/** Another name is worth nearly as much as the word itself. */
const NAME_WORTH = 0.8;

/** The most alternatives of one group: a broad concept has hundreds of narrower ones. */
const MOST_ALTERNATIVES = 32;

/**
 * What somebody asks for, as groups of tokens. Tokens that stand for the same words are one group, together with the
 * other names of those words: a document counts for a group once, whichever of its names it carries.
 */
export function planQuery(
  text: string,
  { alternatives, subject, thing }: QueryReading = NO_READING,
): TextQuery {
  const words = analyzeQuery(text);
  const inside = subject === undefined ? undefined : tokensOf(subject);
  const ofThing = thing === undefined ? undefined : tokensOf(thing);
  const weighs = (token: string): number => {
    if (ofThing?.has(token)) return THING;
    return !inside || inside.has(token) ? 1 : BESIDE_SUBJECT;
  };
  const weigh = (token: string, weight: number): WeightedToken => ({ token, weight: weight * weighs(token) });
  const loose = new Map(mainTokens(text).map(([token, weight]) => [token, weigh(token, weight)]));
  const named = alternatives.flatMap((alternative): TokenGroup[] => {
    const tokens = mainTokens(alternative.words).flatMap(([token]) => loose.get(token) ?? []);
    for (const { token } of tokens) loose.delete(token);
    const others = alternativeTokens(alternative);
    return tokens.length > 0 && others.length > 0 ? [{ tokens, alternatives: others }] : tokens.map(alone);
  });
  return {
    ...words,
    groups: [...named, ...Array.from(loose.values(), alone)],
    fine: fineTokens(words).map(([token, weight]) => weigh(token, weight)),
  };
}

function alone(token: WeightedToken): TokenGroup {
  return { tokens: [token], alternatives: [] };
}

function tokensOf(text: string): ReadonlySet<string> {
  const { words, grams, characters } = analyzeQuery(text);
  return new Set([...words, ...grams, ...characters]);
}

/** Words and pairs of Han. The parts of a model number weigh less than the whole: 6205-2RS is no 6308-2RS. */
function mainTokens(text: string): [string, number][] {
  const { words, grams, lone } = analyzeQuery(text);
  const { parts, shreds } = compoundsOf(text);
  return [
    ...words
      .filter((word) => !shreds.has(word))
      .map((word): [string, number] => [word, parts.get(word) ?? WORD_WEIGHT]),
    ...grams.filter((gram) => HAN.test(gram)).map((gram): [string, number] => [gram, GRAM_WEIGHT]),
    ...lone.map((character): [string, number] => [character, WORD_WEIGHT]),
  ];
}

/** The parts of compounds with their weights, and the runs of letters or digits inside them that are not asked for. */
function compoundsOf(text: string): { parts: ReadonlyMap<string, number>; shreds: ReadonlySet<string> } {
  const parts = new Map<string, number>();
  const shreds = new Set<string>();
  const whole = new Set<string>();
  for (const word of pieces(text).flatMap((piece) => latinWords(foldPiece(piece)))) {
    const [first, ...rest] = word.tokens;
    if (first) whole.add(first.token);
    for (const { token } of rest) shreds.add(token);
    for (const { token } of partsOf(word)) parts.set(token, PARTS_WEIGHT / partCount(word));
  }
  for (const token of whole) {
    parts.delete(token);
    shreds.delete(token);
  }
  for (const token of parts.keys()) shreds.delete(token);
  return { parts, shreds };
}

/** Single characters and pairs of letters: they order what was found, and find nothing by themselves. */
function fineTokens({ grams, characters }: Pick<TextQuery, 'grams' | 'characters'>): [string, number][] {
  return [
    ...characters.map((character): [string, number] => [character, CHARACTER_WEIGHT]),
    ...grams.filter((gram) => !HAN.test(gram)).map((gram): [string, number] => [gram, LETTER_PAIR_WEIGHT]),
  ];
}

function alternativeTokens({ concepts, names }: QueryReading['alternatives'][number]): AlternativeToken[] {
  const worth = new Map<string, number>();
  for (const { id, worth: of } of concepts) worth.set(valueToken(CONCEPT_FIELD, id), of);
  for (const name of names) {
    const [word] = [...analyzeQuery(name).words].sort((a, b) => b.length - a.length);
    if (word && !worth.has(word)) worth.set(word, NAME_WORTH);
  }
  return Array.from(worth, ([token, of]) => ({ token, worth: of })).slice(0, MOST_ALTERNATIVES);
}
