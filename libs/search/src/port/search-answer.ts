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
