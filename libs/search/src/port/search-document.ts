/** The value of a field: a code, several, an amount, or null where nothing is known. */
export type FieldValue = string | readonly string[] | number | null;

/**
 * A thing of the trade as search knows it: its texts, the concepts found in them, and facts and dates. It never
 * holds what follows from the day of asking (expiry, freshness), so that nothing is re-indexed because a day passed.
 */
export interface SearchDocument {
  readonly id: string;
  /** Grows with every change of what the document shows; an older version never replaces a newer one. */
  readonly version: number;
  /** Counts double. */
  readonly title: string;
  readonly text: string;
  /** Further words by which it is found, such as names and synonyms of its concepts; never shown. */
  readonly keywords?: readonly string[];
  /** Ids of trade concepts; also the values of the filter field `concept`. */
  readonly concepts?: readonly string[];
  /** Values of the index's fields (index-schemas.ts); absent means null. */
  readonly facets: Readonly<Record<string, FieldValue>>;
}

/** What is to happen to documents: full replacements and removals. */
export interface DocumentChanges {
  readonly upsert: readonly SearchDocument[];
  readonly remove: readonly string[];
}

/** Which version of a document an index holds. */
export interface DocumentVersion {
  readonly id: string;
  readonly version: number;
}

/** Every id once: of several replacements the last, and a removal before any replacement. */
export function eachOnce({ upsert, remove }: DocumentChanges): {
  upsert: SearchDocument[];
  remove: string[];
} {
  const removed = new Set(remove);
  const latest = new Map(upsert.map((document) => [document.id, document]));
  return { upsert: [...latest.values()].filter(({ id }) => !removed.has(id)), remove: [...removed] };
}
