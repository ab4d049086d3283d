import { CONCEPT_FIELD, type IndexName } from '../../port/index-schemas.js';
import { groupMass, weighingNames, type WorthyGroup } from '../../ranking/evidence.js';
import { inverseDocumentFrequency } from '../../ranking/impact.js';
import type { ShownWord, TextQuery, TokenGroup } from '../../text/query-analysis.js';
import { GRAM_SIGN, GRAM_WEIGHT, VALUE_SIGN, valueToken, WORD_WEIGHT } from '../../text/token-signs.js';
import type { TokenFrequencyCache } from './token-frequencies.js';

/** The most tokens of a query; of more, those that come first are taken. */
const MAX_TOKENS = 64;
const HAN = /\p{Script=Han}/u;

/** A token that documents carry, and its worth: weight times rarity. */
export interface WorthyToken {
  readonly token: string;
  readonly worth: number;
}

/** A group with its worth, and all tokens that were asked for, the unknown ones too. */
interface WeighedGroup extends WorthyGroup<WorthyToken> {
  readonly asked: ReadonlySet<string>;
  readonly mass: number;
}

/** What a query is worth, token by token. */
export interface WeighedQuery {
  readonly text: TextQuery;
  readonly groups: readonly WeighedGroup[];
  /** Single characters and pairs of letters that documents carry. */
  readonly fine: readonly WorthyToken[];
  /** Known words and pairs of Han, the most telling first. */
  readonly tokens: readonly WorthyToken[];
  /** Those of `tokens` that are words. */
  readonly words: readonly WorthyToken[];
  readonly knownMass: number;
  /** What the words would be worth that no document knows. */
  readonly unknownMass: number;
}

interface Frequencies {
  readonly documents: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Weighs what somebody searches for by the rarity of its tokens; those that no document carries stay out. */
export async function weighText(
  book: TokenFrequencyCache,
  index: IndexName,
  text: TextQuery,
): Promise<WeighedQuery> {
  const frequencies = await look(book, index, text);
  const { documents, of } = frequencies;
  const groups = text.groups.flatMap((group) => weighGroup(group, frequencies));
  const tokens = groups.flatMap((group) => group.tokens).sort((a, b) => b.worth - a.worth);
  const unknown = text.shown.filter(
    (word) => !isSupported(word, groups, ({ token }) => (of.get(token) ?? 0) > 0),
  );
  return {
    text,
    groups,
    fine: text.fine.flatMap(({ token, weight }) => worthy(token, weight, frequencies)),
    tokens,
    words: tokens.filter(({ token }) => !token.startsWith(GRAM_SIGN)),
    knownMass: groups.reduce((sum, { mass }) => sum + mass, 0),
    unknownMass: unknown.length * (WORD_WEIGHT + GRAM_WEIGHT) * inverseDocumentFrequency(documents, 0),
  };
}

/** Whether a word is there as itself, as all of its pairs or parts, or under another name. */
export function isSupported(
  { token, parts }: ShownWord,
  groups: readonly WeighedGroup[],
  has: (one: WorthyToken) => boolean,
): boolean {
  const known = groups.flatMap((group) => group.tokens);
  const carries = (one: string): boolean => known.some((other) => other.token === one && has(other));
  const pieces = HAN.test(token) ? gramsOf(token) : parts;
  if (carries(token) || (pieces.length > 0 && pieces.every(carries))) return true;
  return groups.some(({ asked, alternatives }) => asked.has(token) && alternatives.some(has));
}

async function look(book: TokenFrequencyCache, index: IndexName, text: TextQuery): Promise<Frequencies> {
  const own = text.groups.flatMap(({ tokens }) => tokens.map(({ token }) => token));
  const fine = text.fine.map(({ token }) => token);
  const others = text.groups.flatMap(({ alternatives }) => alternatives.map(({ token }) => token));
  const isValue = (token: string): boolean => token.startsWith(VALUE_SIGN);
  const names = others.filter((token) => !isValue(token));
  const { documents, frequencies } = await book.countTokens(index, [
    ...own.slice(0, MAX_TOKENS),
    ...names,
    ...fine.slice(0, MAX_TOKENS),
  ]);
  const ids = others.filter(isValue).slice(0, MAX_TOKENS);
  const concepts = await book.countConcepts(
    index,
    ids.map((token) => token.slice(token.indexOf('\t') + 1)),
  );
  const byValue = Array.from(concepts, ([id, df]): [string, number] => [valueToken(CONCEPT_FIELD, id), df]);
  return { documents, of: new Map([...frequencies, ...byValue]) };
}

function worthy(token: string, weight: number, { documents, of }: Frequencies): WorthyToken[] {
  const frequency = of.get(token) ?? 0;
  return frequency > 0 ? [{ token, worth: weight * inverseDocumentFrequency(documents, frequency) }] : [];
}

function weighGroup({ tokens, alternatives }: TokenGroup, frequencies: Frequencies): WeighedGroup[] {
  const known = tokens.flatMap(({ token, weight }) => worthy(token, weight, frequencies));
  const named = alternatives.filter(({ token }) => (frequencies.of.get(token) ?? 0) > 0);
  if (known.length + named.length === 0) return [];
  const carried = weighingNames(named).reduce((sum, { token }) => sum + frequencies.of.get(token)!, 0);
  const isKnown = new Set(known.map(({ token }) => token));
  const unknown = named.length === 0 ? [] : tokens.filter(({ token }) => !isKnown.has(token));
  const mass = groupMass(
    known,
    unknown.reduce((sum, { weight }) => sum + weight, 0),
    inverseDocumentFrequency(frequencies.documents, carried),
  );
  return [
    {
      tokens: known,
      alternatives: named.map(({ token, worth }) => ({ token, worth: worth * mass })),
      asked: new Set(tokens.map(({ token }) => token)),
      mass,
    },
  ];
}

function gramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => GRAM_SIGN + characters[i]! + character);
}
