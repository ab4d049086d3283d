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
