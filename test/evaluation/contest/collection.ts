import type { Grades } from '../metrics/ranking-metrics.js';

/** A listing that can be found. */
export interface EvalDocument {
  readonly id: string;
  /** All that the document says, in one text: what the baselines read. */
  readonly text: string;
  readonly title: string;
  readonly description: string;
  /** The supplier's name; invented by the evaluation where the collection has none. */
  readonly organization?: string;
  /** GB/T 2260 code of the supplier's place. */
  readonly region?: string;
  /** Whether the certificates that the text names are facts of the supplier too, as its own form would have them. */
  readonly declaresCertificates?: boolean;
}

/** Something asked for, with what was judged for it. */
export interface EvalQuery {
  readonly id: string;
  readonly text: string;
  readonly grades: Grades;
}

/** Documents, queries and judgements. */
export interface Collection {
  readonly documents: readonly EvalDocument[];
  readonly queries: readonly EvalQuery[];
}

/** What a query asks: the search box, or suppliers for a need. */
export type EvalTask = 'search' | 'match';
