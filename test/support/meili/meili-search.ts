import { MeiliFault } from './meili-shapes.js';
import type { MeiliIndex, MeiliRecord } from './meili-store.js';
import { cosineTo } from './meili-vectors.js';

/** A query as the stand-in takes it. */
export interface MeiliQuery {
  readonly indexUid: string;
  readonly q?: string;
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly attributesToRetrieve?: readonly string[];
  readonly attributesToSearchOn?: readonly string[];
  readonly filter?: readonly string[];
  readonly sort?: readonly string[];
  readonly facets?: readonly string[];
  readonly matchingStrategy?: 'all' | 'last' | 'frequency';
  readonly vector?: readonly number[];
  readonly hybrid?: { readonly embedder: string; readonly semanticRatio: number };
  readonly showRankingScore?: boolean;
}

const MAX_TERMS = 10;
const ONE_OF = /^(\w+) IN \[(.*)\]$/;
const RANGE = /^(\w+) (>=|<=) "(-?[\d.e+-]+)"$/;

/** Answers one query as Meilisearch would an index of single words: no word is cut, no beginning of a word counts. */
export function searched(index: MeiliIndex, query: MeiliQuery): object {
  const terms = (query.q ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_TERMS);
  const { hitsPerPage = 20, page = 1, matchingStrategy = 'last' } = query;
  const passing = [...index.documents.values()].filter((document) =>
    (query.filter ?? []).every((expression) => passes(index, document, expression)),
  );
  if (query.hybrid) return near(index, query, passing);
  const ranked = passing.map((document) => ({ document, terms: leading(index, document, terms, query) }));
  const least = terms.length === 0 ? 0 : matchingStrategy === 'all' ? terms.length : 1;
  const found = ranked.filter((hit) => hit.terms >= least);
  found.sort((a, b) => sorted(a.document, b.document, query.sort ?? []) || b.terms - a.terms);
  const hits = hitsPerPage === 0 ? [] : found.slice((page - 1) * hitsPerPage, page * hitsPerPage);
  return {
    hits: hits.map(({ document }) => retrieved(document, query.attributesToRetrieve)),
    query: query.q ?? '',
    processingTimeMs: 0,
    hitsPerPage,
    page,
    totalPages: hitsPerPage === 0 ? 0 : Math.ceil(found.length / hitsPerPage),
    totalHits: found.length,
    ...(query.facets
      ? {
          facetDistribution: distribution(
            query.facets,
            found.map((f) => f.document),
          ),
        }
      : {}),
  };
}

/**
 * The documents nearest to a vector, as with a semantic ratio of 1: words have no say. The server fills its page with what has
 * no vector, at a score of 0.
 */
function near(index: MeiliIndex, query: MeiliQuery, passing: readonly MeiliRecord[]): object {
  const { hitsPerPage = 20, page = 1 } = query;
  const found = passing.map((document) => ({ document, cosine: cosineTo(index, document, query) ?? -1 }));
  found.sort((a, b) => b.cosine - a.cosine);
  const hits = found.slice((page - 1) * hitsPerPage, page * hitsPerPage).map(({ document, cosine }) => ({
    ...retrieved(document, query.attributesToRetrieve),
    ...(query.showRankingScore ? { _rankingScore: (1 + cosine) / 2 } : {}),
  }));
  return { hits, query: query.q ?? '', processingTimeMs: 0, hitsPerPage, page, totalHits: found.length };
}

/** The listing of documents by id, or a stretch of all. */
export function fetched(
  index: MeiliIndex,
  {
    ids,
    offset = 0,
    limit = 20,
    fields,
  }: { ids?: string[]; offset?: number; limit?: number; fields?: string[] },
): object {
  const wanted = ids ? new Set(ids) : undefined;
  const all = [...index.documents.values()].filter((document) => wanted?.has(String(document['id'])) ?? true);
  const results = all.slice(offset, offset + limit).map((document) => retrieved(document, fields));
  return { results, offset, limit, total: all.length };
}

/** How many of the terms a document carries, from the first on without a gap. */
function leading(
  index: MeiliIndex,
  document: MeiliRecord,
  terms: readonly string[],
  query: MeiliQuery,
): number {
  const searchable = (index.settings['searchableAttributes'] ?? []) as readonly string[];
  const attributes = searchable.filter((name) => query.attributesToSearchOn?.includes(name) ?? true);
  const exact = (index.settings['typoTolerance'] as { disableOnAttributes?: string[] } | undefined)
    ?.disableOnAttributes;
  const carries = (term: string) =>
    attributes.some((name) =>
      String(document[name] ?? '')
        .split(' ')
        .some((word) => word === term || (!exact?.includes(name) && term.length > 4 && isSlip(word, term))),
    );
  const gap = terms.findIndex((term) => !carries(term));
  return gap < 0 ? terms.length : gap;
}

/** Whether one letter too many, too few or another one stands between two words. */
function isSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rests = [
    [one.slice(start + 1), other.slice(start + 1)],
    [one.slice(start + 1), other.slice(start)],
    [one.slice(start), other.slice(start + 1)],
  ];
  return rests.some(([left, right]) => left === right);
}

function passes(index: MeiliIndex, document: MeiliRecord, expression: string): boolean {
  const list = ONE_OF.exec(expression);
  const range = RANGE.exec(expression);
  const field = list?.[1] ?? range?.[1];
  if (!field) throw new MeiliFault(400, 'invalid_search_filter', `Cannot parse \`${expression}\`.`);
  demandFilterable(index, field);
  const value = document[field];
  if (list) {
    const values = (JSON.parse(`[${list[2]}]`) as string[]).map((one) => one.toLowerCase());
    return [value].flat().some((one) => typeof one === 'string' && values.includes(one.toLowerCase()));
  }
  const bound = Number(range![3]);
  return typeof value === 'number' && (range![2] === '>=' ? value >= bound : value <= bound);
}

function demandFilterable(index: MeiliIndex, field: string): void {
  const patterns = (index.settings['filterableAttributes'] ?? []) as { attributePatterns: string[] }[];
  if (!patterns.some(({ attributePatterns }) => attributePatterns.includes(field)))
    throw new MeiliFault(400, 'invalid_search_filter', `Attribute \`${field}\` is not filterable.`);
}

function sorted(a: MeiliRecord, b: MeiliRecord, sort: readonly string[]): number {
  for (const expression of sort) {
    const [field = '', direction] = expression.split(':');
    const [left, right] = [a[field], b[field]];
    if (left === right) continue;
    if (typeof left !== 'number') return 1;
    if (typeof right !== 'number') return -1;
    return direction === 'asc' ? left - right : right - left;
  }
  return 0;
}

function distribution(facets: readonly string[], documents: readonly MeiliRecord[]): object {
  const counted = (field: string) => {
    const counts: Record<string, number> = {};
    for (const document of documents)
      for (const value of [document[field]].flat())
        if (typeof value === 'string') counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return Object.fromEntries(facets.map((field) => [field, counted(field)]));
}

function retrieved(document: MeiliRecord, fields: readonly string[] | undefined): MeiliRecord {
  if (!fields || fields.includes('*')) return document;
  return Object.fromEntries(
    fields.filter((field) => field in document).map((field) => [field, document[field]]),
  );
}
