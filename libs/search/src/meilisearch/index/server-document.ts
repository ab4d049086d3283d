import { foldText } from '@app/kernel';
import { CONCEPT_FIELD, type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { FieldValue, SearchDocument } from '../../port/search-document.js';
import { latinWords } from '../../text/latin-words.js';
import { LEAST_TYPO_LENGTH } from '../../text/near-words.js';
import { pieces, tokenizePiece } from '../../text/search-tokens.js';
import { codesOf } from './token-code.js';

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

/** Turns a document into what the server stores and searches; originals stay beside the tokens, to be shown. */
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
