import type { ConceptKind } from './trade-concept.js';

/** A concept found in a text; positions are those of the folded text. */
export interface ConceptHit {
  readonly conceptId: string;
  readonly kind: ConceptKind;
  /** The words of the folded text that name the concept. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** What a text is about: a concept, or a word that the vocabulary does not know. */
export interface ExtractedTerm {
  readonly conceptId: string | null;
  readonly kind: ConceptKind | 'KEYWORD';
  readonly text: string;
  /** More than 0, at most 1; the heaviest term of a text has 1. */
  readonly weight: number;
}
