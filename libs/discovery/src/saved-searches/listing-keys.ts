import { foldText } from '@app/kernel';
import type { Filter, SearchDocument } from '@app/search';

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;

/** The key that every listing of an index has: for who waits for all of them. */
export const ANY_LISTING = '*';

/** Runs of Chinese and of other letters and digits, in order, of a folded text. */
export function runsOf(folded: string): string[] {
  return folded.match(RUN) ?? [];
}

/** The keys of one run: pairs of neighbouring Chinese characters, or the whole word. */
function keysOfRun(run: string): string[] {
  if (!HAN.test(run)) return [`w:${run}`];
  const characters = [...run];
  return characters.slice(1).map((character, i) => `g:${characters[i]}${character}`);
}

/** The keys of a text: it holds a word only if it has all keys of the word. A single Chinese character has none. */
export function textKeys(text: string): string[] {
  return runsOf(foldText(text)).flatMap(keysOfRun);
}

/** The key of a concept. */
export function conceptKey(conceptId: string): string {
  return `c:${conceptId}`;
}

function facetKey(field: string, value: string): string {
  return `f:${field}=${value}`;
}

/** The keys of a condition, of which a listing that meets it has at least one; none for a range. */
export function filterKeys(filter: Filter): string[] {
  if (!('anyOf' in filter)) return [];
  return filter.anyOf.map((value) =>
    filter.field === 'concept' ? conceptKey(value) : facetKey(filter.field, value),
  );
}

/** A listing's words as they are compared: folded, with single blanks between words that are not Chinese. */
export class ListingText {
  private readonly folded: string;
  private readonly words: string;

  constructor(texts: readonly string[]) {
    this.folded = foldText(texts.join('\n'));
    this.words = ` ${runsOf(this.folded).join(' ')} `;
  }

  /** Whether a name stands in it: Chinese anywhere, other words as whole words. */
  holds(name: string): boolean {
    const folded = foldText(name);
    return HAN.test(folded)
      ? this.folded.includes(folded)
      : this.words.includes(` ${runsOf(folded).join(' ')} `);
  }

  keys(): string[] {
    return [...new Set(runsOf(this.folded).flatMap(keysOfRun))];
  }
}

/** The texts of a document by which it is found. */
export function textsOf({ title, text, keywords = [] }: SearchDocument): string[] {
  return [title, text, ...keywords];
}

/** All keys of a document. */
export function documentKeys(document: SearchDocument): string[] {
  const facets = Object.entries(document.facets).flatMap(([field, value]) => {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    return values.flatMap((one) => (typeof one === 'string' ? facetKey(field, one) : []));
  });
  const concepts = (document.concepts ?? []).map(conceptKey);
  return [ANY_LISTING, ...concepts, ...facets, ...new ListingText(textsOf(document)).keys()];
}
