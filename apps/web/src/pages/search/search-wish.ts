import type { EnumOf, VariablesOf } from '../../api/graphql.js';
import type { SEARCH } from './search.query.js';

export type SearchIndex = EnumOf<'SearchIndex'>;
type Facet = EnumOf<'SearchFacet'>;
type Sort = EnumOf<'SearchSort'>;
type Filter = NonNullable<VariablesOf<typeof SEARCH>['filter']>;

interface IndexOptions {
  /** Facet of the answer → condition of the filter. */
  readonly facets: Partial<Record<Facet, keyof Filter>>;
  readonly sorts: readonly Sort[];
}

/** What each index can be narrowed and ordered by. */
export const INDEXES: Readonly<Record<SearchIndex, IndexOptions>> = {
  CAPABILITIES: {
    facets: { PROVINCE: 'regions', KIND: 'capabilityKinds', TIER: 'tiers', CERTIFICATE: 'certificates' },
    sorts: ['RELEVANCE', 'NEWEST', 'LEAD_TIME', 'PRICE', 'CAPACITY'],
  },
  ORGANIZATIONS: {
    facets: { PROVINCE: 'regions', TIER: 'tiers', CERTIFICATE: 'certificates' },
    sorts: ['RELEVANCE', 'NEWEST', 'FOUNDATION'],
  },
  NEEDS: {
    facets: { PROVINCE: 'regions', KIND: 'needKinds', CERTIFICATE: 'certificates' },
    sorts: ['RELEVANCE', 'NEWEST', 'REPLY_DEADLINE'],
  },
  EVENTS: { facets: { PROVINCE: 'regions', KIND: 'eventKinds' }, sorts: ['RELEVANCE', 'START'] },
};

export const PAGE_SIZE = 20;
const LAST_PAGE = 500;

/** A search as the address of the page states it. */
export interface SearchWish {
  readonly index: SearchIndex;
  readonly text: string;
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly sort: Sort;
  readonly page: number;
  /** Whether places among the words are searched as words. */
  readonly placesAsWords: boolean;
}

const isIndex = (value: string | null): value is SearchIndex =>
  value !== null && Object.hasOwn(INDEXES, value);

export function wishFrom(parameters: URLSearchParams): SearchWish {
  const wanted = parameters.get('in');
  const index = isIndex(wanted) ? wanted : 'CAPABILITIES';
  const { facets, sorts } = INDEXES[index];
  const chosen = Object.fromEntries(Object.keys(facets).map((facet) => [facet, parameters.getAll(facet)]));
  const page = Number(parameters.get('page') ?? 1);
  return {
    index,
    text: parameters.get('q')?.slice(0, 200) ?? '',
    chosen,
    sort: sorts.find((sort) => sort === parameters.get('sort')) ?? 'RELEVANCE',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    placesAsWords: parameters.has('words'),
  };
}

/** The address of a search; default values are left out. */
export function addressOf({ index, text, chosen, sort, page, placesAsWords }: SearchWish): string {
  const picks = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => [facet, value]));
  const parameters = new URLSearchParams([
    ['in', index],
    ...(text ? [['q', text]] : []),
    ...picks,
    ...(sort === 'RELEVANCE' ? [] : [['sort', sort]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
    ...(placesAsWords ? [['words', '1']] : []),
  ]);
  return `/search?${parameters.toString()}`;
}

/** The variables that ask for a wish. */
export function variablesOf(wish: SearchWish): VariablesOf<typeof SEARCH> {
  const { index, text, chosen, sort, page, placesAsWords } = wish;
  const { facets } = INDEXES[index];
  const names = Object.keys(facets) as (keyof typeof facets)[];
  const conditions = names.flatMap((facet) => {
    const values = chosen[facet] ?? [];
    return values.length > 0 ? [[facets[facet], values]] : [];
  });
  return {
    index,
    text: text || null,
    filter: conditions.length > 0 ? (Object.fromEntries(conditions) as Filter) : null,
    facets: names,
    sort,
    page,
    pageSize: PAGE_SIZE,
    placesAsWords,
  };
}

/** What a wish asks for, whatever its order and page. */
export function questionOf(wish: SearchWish): Pick<VariablesOf<typeof SEARCH>, 'index' | 'text' | 'filter'> {
  const { index, text, filter } = variablesOf(wish);
  return { index, text, filter };
}

/** The wish with a value of a facet added or taken away. */
export function toggled(wish: SearchWish, facet: Facet, value: string): SearchWish {
  const present = wish.chosen[facet] ?? [];
  const values = present.includes(value) ? present.filter((other) => other !== value) : [...present, value];
  return { ...wish, page: 1, chosen: { ...wish.chosen, [facet]: values } };
}

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
