import { addressOf, INDEXES, type SearchIndex } from './search-wish.js';

interface SavedQuestion {
  readonly listingIndex: SearchIndex;
  readonly text: string | null;
  /** JSON of the API's filter. */
  readonly filter: string | null;
}

function conditionsOf(filter: string | null): Readonly<Record<string, unknown>> {
  return filter ? (JSON.parse(filter) as Record<string, unknown>) : {};
}

/** The address of a saved question, and by how many values it is narrowed. */
export function savedAddressOf({ listingIndex, text, filter }: SavedQuestion): {
  readonly address: string;
  readonly filters: number;
} {
  const conditions = conditionsOf(filter);
  const chosen = Object.fromEntries(
    Object.entries(INDEXES[listingIndex].facets).map(([facet, condition]) => {
      const values = conditions[condition];
      return [facet, Array.isArray(values) ? values.map(String) : []];
    }),
  );
  return {
    address: addressOf({
      index: listingIndex,
      text: text ?? '',
      chosen,
      sort: 'RELEVANCE',
      page: 1,
      placesAsWords: false,
    }),
    filters: Object.values(chosen).flat().length,
  };
}
