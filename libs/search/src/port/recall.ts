import type { IndexName } from './index-schemas.js';
import type { SearchDocument } from './search-document.js';
import type { Filter } from './search-request.js';

/** A direction among the vectors that documents have of a model. */
export interface QueryDirection {
  /** Name of the model's vectors in an index. */
  readonly field: string;
  /** Of length 1. */
  readonly components: readonly number[];
}

/** A document near to a direction. */
export interface NearDocument {
  readonly id: string;
  /** Above 0, up to 1. */
  readonly cosine: number;
}

/** The model of the vectors that an index searches. */
export interface VectorField {
  readonly field: string;
  readonly dimensions: number;
}

/** The vector of a document for each model, null where it is not computed. */
export type VectorsByField = Readonly<Record<string, readonly number[] | null>>;

/** Where an engine that finds by vectors takes them from. */
export interface VectorSource {
  /** The model by which an index that is built now finds; null for none. */
  searched(index: IndexName): Promise<VectorField | null>;
  /** The vectors of documents by every model that an index may find by, in order; null where an index has none. */
  of(index: IndexName, documents: readonly SearchDocument[]): Promise<readonly VectorsByField[] | null>;
}

/** A phrase of a need and what it is worth in the query. */
export interface RecallTerm {
  readonly text: string;
  /** Above 0; usually up to 1. */
  readonly weight: number;
  /** Found by its words alone, and by pairs of characters only where no word is known: for other names of what is asked. */
  readonly byWords?: boolean;
}

/** One group of evidence for recalling candidates: phrases, concept ids, or both. */
export interface RecallQuery {
  readonly terms: readonly RecallTerm[];
  /** Each counts like a word that says all there is to say, by its rarity. */
  readonly concepts?: readonly string[];
  readonly filter?: readonly Filter[];
  /** The best so many documents of this query enter the union. */
  readonly limit: number;
}

/**
 * A candidate: one score per query, in the order asked, from 0 (nothing found) to 1 (carries all of the query as
 * strongly as a document can). Every candidate has its score for every query, not only for the one that recalled it.
 */
export interface RecalledDocument {
  readonly id: string;
  readonly scores: readonly number[];
}

/** The maximum number of queries in one recall. */
export const MAX_RECALL_QUERIES = 16;
