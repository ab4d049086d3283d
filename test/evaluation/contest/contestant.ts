/** How many documents a ranking gives: the deepest metric looks at 20. */
export const DEPTH = 20;

/** Whoever answers queries with a ranking of documents. */
export interface Contestant {
  readonly name: string;
  /** Ids of documents, best first, at most {@link DEPTH}. */
  rank(text: string): Promise<readonly string[]>;
}
