import { cutWords, foldText } from '@app/kernel';
import type { Filter, SearchDocument } from '@app/search';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  ANY_LISTING,
  conceptKey,
  filterKeys,
  ListingText,
  runsOf,
  textKeys,
  textsOf,
} from './listing-keys.js';

/** One word or concept of a question: a listing carries one of the names, or is about one of the concepts. */
export interface WordCondition {
  readonly names: readonly string[];
  readonly conceptIds: readonly string[];
}

/** A question to the search box as changes are held against it. */
export interface SearchConditions {
  /** All must hold. */
  readonly words: readonly WordCondition[];
  /** All must hold. */
  readonly filter: readonly Filter[];
}

/** Narrower concepts of one that is asked for. */
const NARROWER = 200;
const HAN = /\p{Script=Han}/u;

/** Reads a question to the search box into conditions that single listings meet or do not. */
@Injectable()
export class SearchConditionsReader {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** Concepts of the text by any of their names or by a narrower concept; what is left of it word by word. */
  readConditions(text: string, filter: readonly Filter[]): SearchConditions {
    let rest = foldText(text);
    const hits = this.extractor.hits(text);
    const bySurface = new Map<string, string[]>();
    for (const { surface, conceptId } of hits)
      bySurface.set(surface, [...(bySurface.get(surface) ?? []), conceptId]);
    for (const surface of bySurface.keys()) rest = rest.replaceAll(surface, ' ');
    const concepts = Array.from(bySurface, ([surface, ids]) => this.conceptCondition(surface, ids));
    return { words: [...concepts, ...plainWords(rest)], filter };
  }

  private conceptCondition(surface: string, ids: readonly string[]): WordCondition {
    const names = ids.flatMap((id) => this.vocabulary.expand(id));
    const conceptIds = ids.flatMap((id) => [id, ...this.vocabulary.descendants(id).slice(0, NARROWER)]);
    return { names: [...new Set([surface, ...names])], conceptIds: [...new Set(conceptIds)] };
  }
}

/** The words of what no concept names. Rare words fall into single characters, which belong together; one alone says too little. */
function plainWords(rest: string): WordCondition[] {
  const words = runsOf(rest).flatMap((run) => (HAN.test(run) ? chineseWords(run) : run));
  return [...new Set(words)].map((word) => ({ names: [word], conceptIds: [] }));
}

function chineseWords(run: string): string[] {
  const words: string[] = [];
  let characters = '';
  for (const word of [...cutWords(run), '']) {
    if ([...word].length === 1) {
      characters += word;
      continue;
    }
    words.push(characters, word);
    characters = '';
  }
  return words.filter((word) => [...word].length > 1);
}

/**
 * The keys of which a listing must have at least one to meet the conditions: those of the word with the longest name,
 * which is as a rule the rarest; without words, of the first condition on a code; else any listing may.
 */
export function keysOfConditions({ words, filter }: SearchConditions): string[] {
  const longest = [...words].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (longest) {
    const names = longest.names.flatMap((name) => textKeys(name).slice(0, 1));
    return [...new Set([...names, ...longest.conceptIds.map(conceptKey)])];
  }
  const [first] = filter.map(filterKeys).filter((keys) => keys.length > 0);
  return first ?? [ANY_LISTING];
}

const lengthOf = ({ names: [name = ''] }: WordCondition): number => name.length;

/** Whether a listing, as it is now, meets conditions. */
export function meets({ words, filter }: SearchConditions, document: SearchDocument): boolean {
  if (!filter.every((condition) => passes(condition, document))) return false;
  const text = new ListingText(textsOf(document));
  return words.every(
    ({ names, conceptIds }) =>
      conceptIds.some((id) => document.concepts?.includes(id)) || names.some((name) => text.holds(name)),
  );
}

function passes(filter: Filter, { facets, concepts = [] }: SearchDocument): boolean {
  const value = filter.field === 'concept' ? concepts : (facets[filter.field] ?? null);
  if ('anyOf' in filter) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    return values.some((one) => typeof one === 'string' && filter.anyOf.includes(one));
  }
  if (typeof value !== 'number') return false;
  return value >= (filter.min ?? -Infinity) && value <= (filter.max ?? Infinity);
}
