import type { IndexName } from './index-schemas.js';

/** What some words of a query are also called: other names and concepts, each of which stands for the words. */
export interface Alternative {
  /** The words of the query, as folded for comparison. */
  readonly words: string;
  /** Trade concepts that the words name, and narrower ones, with what each is worth against the words: up to 1. */
  readonly concepts: readonly { readonly id: string; readonly worth: number }[];
  /** Other words for the same thing, by which it is found. */
  readonly names: readonly string[];
  /** Names of the concepts, by which nothing is found and which are marked where the words do not stand. */
  readonly marks?: readonly string[];
}

/** What is known about the words that somebody typed, beyond the words themselves. */
export interface QueryReading {
  readonly alternatives: readonly Alternative[];
  /** The words without courtesies and conditions; what stands outside counts little. Absent: all of them. */
  readonly subject?: string;
  /** Words for the thing asked for, where there are many around it; they weigh more. */
  readonly thing?: string;
}

/** Nothing is known about the words. */
export const NO_READING: QueryReading = { alternatives: [] };

/** Title and text of a hit as HTML: escaped, with `<em>` around the words found; the text is cut to a snippet. */
export interface Highlights {
  readonly title: string;
  readonly text: string;
}

/** A document found. Scores compare hits of one answer only. */
export interface SearchHit {
  readonly id: string;
  readonly score: number;
  readonly highlights?: Highlights;
}

/** How many of the documents found carry a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What an index answers. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** Whether there are at least `total` documents, an engine having stopped counting. */
  readonly totalIsLowerBound: boolean;
  /** Per field asked for: values by falling count, then by value; at most MAX_FACET_VALUES. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** Whether this is an emergency answer without the engine; an engine itself never says so. */
  readonly degraded: boolean;
  /** The words left out because nothing carried enough of the query. */
  readonly relaxed?: string;
}

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
