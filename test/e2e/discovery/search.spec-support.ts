import type { GraphqlClient } from '../../support/graphql-client.js';

export const SEARCH = `query ($index: SearchIndex!, $text: String, $filter: SearchFilterInput, $facets: [SearchFacet!]! = [],
    $sort: SearchSort! = RELEVANCE, $page: Int! = 1, $pageSize: Int! = 20, $highlight: Boolean! = true, $placesAsWords: Boolean! = false) {
  search(index: $index, text: $text, filter: $filter, facets: $facets, sort: $sort, page: $page, pageSize: $pageSize, highlight: $highlight, placesAsWords: $placesAsWords) {
    total totalIsLowerBound degraded relaxed places
    broadened { words instead }
    facets { facet values { value label count } }
    hits {
      score titleHighlight textHighlight
      item {
        __typename
        ... on Capability { id title organization { name region { name } } }
        ... on Organization { id name }
        ... on ProcurementNeed { id title }
        ... on MatchmakingEvent { id title organizer { name } }
      }
    }
  }
}`;

/** An answer of the search box. */
export interface Found {
  total: number;
  totalIsLowerBound: boolean;
  degraded: boolean;
  relaxed: string | null;
  broadened: { words: string; instead: string }[];
  places: string[];
  facets: { facet: string; values: { value: string; label: string; count: number }[] }[];
  hits: {
    score: number;
    titleHighlight: string | null;
    textHighlight: string | null;
    item: { __typename: string; id: string; title?: string; name?: string };
  }[];
}

/** Asks the search box what must be answered. */
export async function search(client: GraphqlClient, wish: object): Promise<Found> {
  return (await client.ok<{ search: Found }>(SEARCH, { ...wish })).search;
}

/** Global ids of the things found, in their order. */
export function ids({ hits }: Found): string[] {
  return hits.map(({ item }) => item.id);
}

/** Titles or names of the things found, in their order. */
export function titles({ hits }: Found): (string | undefined)[] {
  return hits.map(({ item }) => item.title ?? item.name);
}
