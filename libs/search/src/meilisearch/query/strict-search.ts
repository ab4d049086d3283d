import {
  type FacetCount,
  MAX_FACET_VALUES,
  MAX_REACHABLE_HITS,
  type SearchRequest,
  type SortKey,
} from '../../port/search-request.js';
import { RERANKED } from '../../ranking/evidence.js';
import { MAX_TOTAL_HITS } from '../server/index-settings.js';
import type { ServerDocument } from '../server/server-document.js';
import { EVIDENCE_ATTRIBUTES } from './document-evidence.js';
import type { ServerAnswer, ServerQuery } from '../server/meilisearch-server.js';
import { filterExpressions, type LiveIndexes } from './server-query.js';

type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** Facets as the server counted them, in the platform's order. */
function countedFacets(asked: readonly string[], { facetDistribution = {} }: ServerAnswer): Facets {
  return Object.fromEntries(
    asked.map((field) => [field, ordered(new Map(Object.entries(facetDistribution[field] ?? {})))]),
  );
}

/** Facets counted over documents at hand. */
export function facetsOf(asked: readonly string[], documents: readonly ServerDocument[]): Facets {
  return Object.fromEntries(
    asked.map((field) => {
      const counts = new Map<string, number>();
      for (const document of documents)
        for (const value of valuesOf(document, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [field, ordered(counts)];
    }),
  );
}

function valuesOf(document: ServerDocument, field: string): string[] {
  const value = document[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
}

function ordered(counts: ReadonlyMap<string, number>): FacetCount[] {
  const all = Array.from(counts, ([value, count]) => ({ value, count }));
  all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return all.slice(0, MAX_FACET_VALUES);
}

/** The order in which documents are shown where nothing is asked for. */
const NEWEST_FIRST: readonly SortKey[] = [{ field: 'updatedAt', direction: 'DESC' }];

/** An explicit order in the server's words; it puts the unknown last either way, as the platform does. */
function sortExpressions(sort: readonly SortKey[]): string[] {
  return sort.map(({ field, direction }) => `${field}:${direction === 'ASC' ? 'asc' : 'desc'}`);
}

/** The same order for documents at hand; of equals the younger id first. */
export function bySort(sort: readonly SortKey[]): (a: ServerDocument, b: ServerDocument) => number {
  return (a, b) => {
    for (const { field, direction } of sort) {
      const difference = compared(a[field], b[field], direction === 'ASC' ? 1 : -1);
      if (difference !== 0) return difference;
    }
    return a.id > b.id ? -1 : 1;
  };
}

function compared(left: unknown, right: unknown, sign: number): number {
  if (typeof left !== 'number' || typeof right !== 'number')
    return Number(typeof right === 'number') - Number(typeof left === 'number');
  return (left - right) * sign;
}

/** A document found, with its score. */
export interface FoundDocument {
  readonly document: ServerDocument;
  readonly score: number;
}

/** A page before its texts are marked. */
export interface FoundPage {
  readonly hits: readonly FoundDocument[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** The words that the best hit lacks, when nothing carried enough of the query. */
  readonly leftOut: readonly string[];
}

/** A page on which nothing stands. */
export function emptyPage(facets: readonly string[]): FoundPage {
  return {
    hits: [],
    total: 0,
    totalIsLowerBound: false,
    facets: Object.fromEntries(facets.map((field) => [field, []])),
    leftOut: [],
  };
}

/** Puts the best of the server's hits in order by all evidence. */
type Rerank = (documents: readonly ServerDocument[]) => FoundPage['hits'];

/** Which stretch of hits is asked of the server, and which of those are the page. */
interface Window {
  readonly page: number;
  readonly hitsPerPage: number;
  readonly from: number;
  readonly reranked: boolean;
}

/** Documents that carry every term, or all documents without any: counted, filtered and paged by the server. */
export class StrictSearch {
  constructor(private readonly indexes: LiveIndexes) {}

  /** A page; where no explicit order is asked, hits within the first pages are ordered by `rerank`. */
  async find(request: SearchRequest, q: string, rerank?: Rerank): Promise<FoundPage> {
    const { index, filter = [], facets = [], hitsPerPage } = request;
    const window = windowOf(request, rerank !== undefined);
    const sort = q === '' && !request.sort?.length ? NEWEST_FIRST : (request.sort ?? []);
    const query: Omit<ServerQuery, 'indexUid'> = {
      q,
      matchingStrategy: 'all',
      filter: [...filterExpressions(index, filter)],
      facets: [...facets],
      sort: sortExpressions(sort),
      page: window.page,
      hitsPerPage: window.hitsPerPage,
      attributesToRetrieve: EVIDENCE_ATTRIBUTES,
    };
    const [answer] = await this.indexes.ask(index, [query]);
    return page(answer!, facets, window, hitsPerPage, rerank);
  }
}

/** Pages within the first 200 hits are cut from them after ordering; those behind come from the server as they are. */
function windowOf({ page, hitsPerPage, sort = [] }: SearchRequest, reranks: boolean): Window {
  const reachable = page * hitsPerPage <= MAX_REACHABLE_HITS ? hitsPerPage : 0;
  if (hitsPerPage === 0 || !reranks || sort.length > 0)
    return { page, hitsPerPage: reachable, from: 0, reranked: false };
  const pages = Math.floor(RERANKED / hitsPerPage);
  if (page > pages) return { page, hitsPerPage: reachable, from: 0, reranked: false };
  return { page: 1, hitsPerPage: pages * hitsPerPage, from: (page - 1) * hitsPerPage, reranked: true };
}

function page(
  answer: ServerAnswer,
  facets: readonly string[],
  { from, reranked }: Window,
  hitsPerPage: number,
  rerank: Rerank | undefined,
): FoundPage {
  const documents = answer.hits as readonly ServerDocument[];
  const hits = reranked && rerank ? rerank(documents) : documents.map((document) => ({ document, score: 0 }));
  return {
    hits: hits.slice(from, from + hitsPerPage),
    total: answer.totalHits,
    totalIsLowerBound: answer.totalHits >= MAX_TOTAL_HITS,
    facets: countedFacets(facets, answer),
    leftOut: [],
  };
}
