import type { QueryReading } from './query-reading.js';
import type { IndexName } from './index-schemas.js';

/** A condition: one of the values of a `TERM` or `IDENTIFIER` field, or a closed range of a `NUMBER` field. */
export type Filter =
  | { readonly field: string; readonly anyOf: readonly string[] }
  | { readonly field: string; readonly min?: number; readonly max?: number };

/** An explicit order by a `NUMBER` field; documents without a value come last either way. */
export interface SortKey {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The most hits of one page. */
export const MAX_HITS_PER_PAGE = 100;

/** No page reaches beyond this many hits. */
export const MAX_REACHABLE_HITS = 10_000;

/** The most values a facet lists. */
export const MAX_FACET_VALUES = 100;

/** What a searcher asks of one index. */
export interface SearchRequest {
  readonly index: IndexName;
  /** Words as typed; without any, all documents that pass the filters, newest first. */
  readonly text?: string;
  /** What is known about these words. */
  readonly reading?: QueryReading;
  /** All must hold. */
  readonly filter?: readonly Filter[];
  /** Fields whose values are to be counted. */
  readonly facets?: readonly string[];
  /** Instead of relevance. */
  readonly sort?: readonly SortKey[];
  /** From 1. */
  readonly page: number;
  /** From 0 (only total and facets) to {@link MAX_HITS_PER_PAGE}. */
  readonly hitsPerPage: number;
  /** Whether the words found are to be marked in the texts. */
  readonly highlight?: boolean;
}
