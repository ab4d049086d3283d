import type { FacetCount } from '../../port/search-answer.js';
import type { ServerDocument } from '../index/server-document.js';

/** A document found, with its score. */
export interface FoundDocument {
  readonly document: ServerDocument;
  readonly score: number;
}

/** A page before its texts are marked. */
export interface FoundPage {
  readonly hits: readonly FoundDocument[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** The words that the best hit lacks, when nothing carried enough of the query. */
  readonly leftOut: readonly string[];
}

/** A page on which nothing stands. */
export function emptyPage(facets: readonly string[]): FoundPage {
  return {
    hits: [],
    total: 0,
    totalIsLowerBound: false,
    facets: Object.fromEntries(facets.map((field) => [field, []])),
    leftOut: [],
  };
}
