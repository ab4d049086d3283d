import type { IndexName } from './index-schemas.js';
import type { SearchDocument } from './search-document.js';

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

/** A model by whose vectors an index finds. */
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
