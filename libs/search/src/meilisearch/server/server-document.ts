import { foldText } from '@app/kernel';
import { CONCEPT_FIELD, type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { FieldValue, SearchDocument } from '../../port/search-document.js';
import { latinWords } from '../../text/latin-words.js';
import { LEAST_TYPO_LENGTH } from '../../text/near-words.js';
import { pieces, tokenizePiece } from '../../text/search-tokens.js';
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
function codesOf(tokens: readonly string[]): string {
  return tokens.map(codeOf).join(' ');
}

function hexOf(text: string): string {
  const characters = [...text].slice(0, MAX_CHARACTERS);
  return characters.map((c) => c.codePointAt(0)!.toString(16).padStart(HEX_DIGITS, '0')).join('');
}

/** The attributes that are searched, the strongest first: tokens of title, text and keywords, then weak evidence. */
export const CODED_ATTRIBUTES = ['names', 'words', 'hints', 'signs'] as const;

/** Words that are not Chinese, as they are: the only attribute in which the server may allow for typing errors. */
export const LATIN_ATTRIBUTE = 'latin';

/** A document in the form in which the server holds it. */
export interface ServerDocument {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly keywords: readonly string[];
  /** Words of title and text, the title counted double. */
  readonly length: number;
  readonly [attribute: string]: FieldValue;
}

interface CodedText {
  readonly strong: string;
  readonly weak: readonly string[];
  readonly words: number;
}

/** Turns a document into what the server stores and searches; the originals are kept for display. */
export function serverDocument(index: IndexName, document: SearchDocument): ServerDocument {
  const { id, version, title, text, keywords = [], concepts = [], facets } = document;
  const [named, said, hinted] = [coded(title), coded(text), coded(keywords.join('\n'))];
  const fields = indexSchema(index).fields.map(({ name }) => [name, facets[name] ?? null] as const);
  return {
    ...Object.fromEntries(fields),
    [CONCEPT_FIELD]: concepts.length > 0 ? concepts : (facets[CONCEPT_FIELD] ?? []),
    id,
    version,
    title,
    text,
    keywords,
    length: 2 * named.words + said.words,
    names: named.strong,
    words: said.strong,
    hints: hinted.strong,
    signs: codesOf([...new Set([...named.weak, ...said.weak, ...hinted.weak])]),
    [LATIN_ATTRIBUTE]: latinOf(`${title}\n${text}\n${keywords.join('\n')}`),
  };
}

function coded(text: string): CodedText {
  const tokens = pieces(text).map(tokenizePiece);
  return {
    strong: codesOf([...new Set(tokens.flatMap(({ words, grams }) => [...words, ...grams]))]),
    weak: tokens.flatMap(({ characters }) => characters),
    words: tokens.reduce((sum, { words }) => sum + words.length, 0),
  };
}

function latinOf(text: string): string {
  const words = latinWords(foldText(text)).flatMap(({ tokens }) => tokens.map(({ token }) => token));
  return [...new Set(words.filter((word) => word.length >= LEAST_TYPO_LENGTH))].join(' ');
}
