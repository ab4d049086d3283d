import { MAX_REACHABLE_HITS, type SearchRequest } from '../../port/search-request.js';
import { MAX_TOTAL_HITS } from '../index/index-settings.js';
import type { ServerDocument } from '../index/server-document.js';
import { EVIDENCE_ATTRIBUTES } from '../ranking/evidence.js';
import type { ServerAnswer, ServerQuery } from '../transport/meilisearch-server.js';
import { countedFacets } from './facet-counts.js';
import { filterExpressions } from './filter-expressions.js';
import type { FoundPage } from './found-page.js';
import type { LiveIndexes } from './live-indexes.js';
import { NEWEST_FIRST, sortExpressions } from './sort-orders.js';

/** So many of the best are put in order once more by all evidence. */
const RERANKED = 200;

/** Puts the best of the server's hits in order by all evidence. */
export type Rerank = (documents: readonly ServerDocument[]) => FoundPage['hits'];

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
