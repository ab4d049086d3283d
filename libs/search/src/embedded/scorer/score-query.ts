import type { IndexName } from '../../port/index-schemas.js';
import type { Filter, SortKey } from '../../port/search-request.js';
import type { RecallScoreQuery } from '../../text/recall-tokens.js';
import type { TextQuery } from '../../text/text-query.js';

/** A search as the scorer takes it. */
export interface ScoreQuery {
  readonly index: IndexName;
  /** Absent: all documents. */
  readonly text?: TextQuery;
  readonly filter: readonly Filter[];
  readonly facets: readonly string[];
  readonly sort: readonly SortKey[];
  readonly offset: number;
  readonly limit: number;
  /** Whether title and text of the hits are wanted. */
  readonly texts: boolean;
}

/** A hit with what is shown of it, where wanted. */
export interface ScoredHit {
  readonly id: string;
  readonly score: number;
  readonly title?: string;
  readonly text?: string;
}

/** What the scorer answers. */
export interface ScoredPage {
  readonly hits: readonly ScoredHit[];
  readonly total: number;
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>;
  /** The words left out, when nothing carried enough of the query. */
  readonly leftOut: readonly string[];
}

/** What ranks and counts: in a thread of its own in production, in the same thread in tests. */
export interface Scorer {
  search(query: ScoreQuery): Promise<ScoredPage>;
  recall(index: IndexName, queries: readonly RecallScoreQuery[]): Promise<{ id: string; scores: number[] }[]>;
  /** Documents of the index, and for each list of tokens the frequency of its rarest. */
  frequencies(
    index: IndexName,
    tokenLists: readonly (readonly string[])[],
  ): Promise<{ documents: number; frequencies: number[] }>;
  /** Tells that a generation now has so many changes: the next search must have seen them. */
  expect(index: IndexName, generation: number, sequence: number): void;
  close(): Promise<void>;
}
