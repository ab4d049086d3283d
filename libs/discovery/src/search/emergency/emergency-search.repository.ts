import { containsPattern, Transactions } from '@app/database';
import { foldText } from '@app/kernel';
import { type Filter, type SearchAnswer, type SearchRequest, SearchUnavailableError } from '@app/search';
import { Injectable } from '@nestjs/common';
import { EMERGENCY_LISTINGS, type EmergencyListing } from './emergency-listings.js';

/** Emergency answers count and page no further. */
const MOST = 1_000;

/** Answers a search from PostgreSQL, by title and the same filters, while the engine is away. */
@Injectable()
export class EmergencySearchRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * A page in one statement: titles that carry every word, the shortest first (the newest first without words), or in
   * the order asked for. Throws SEARCH_UNAVAILABLE for a filter that only an index can answer.
   */
  async search(request: SearchRequest): Promise<SearchAnswer> {
    const listing = EMERGENCY_LISTINGS[request.index];
    const values: unknown[] = [];
    const bind = (bound: unknown) => `$${values.push(bound)}`;
    const conditions = [
      listing.found,
      ...patternsOf(request.text).map((patterns) => `${listing.title} ilike any(${bind(patterns)}::text[])`),
      ...(request.filter ?? []).map((filter) => conditionOf(listing, filter, bind)),
    ];
    const offset = (request.page - 1) * request.hitsPerPage;
    const [row] = await this.transactions.query<{ total: number; ids: string[] }>(
      `with found as materialized (
         select ${listing.id} as id, row_number() over (order by ${orderOf(listing, request)}) as place
           from ${listing.from} where ${conditions.join(' and ')} order by place limit ${MOST})
       select (select count(*)::int from found) as total,
              array(select id from found order by place offset ${bind(offset)} limit ${bind(request.hitsPerPage)}) as ids`,
      values,
    );
    const { total, ids } = row ?? { total: 0, ids: [] };
    const hits = ids.map((id) => ({ id, score: 0 }));
    return { hits, total, totalIsLowerBound: total === MOST, facets: {}, degraded: true };
  }
}

/** For each word, as typed and with simplified characters. */
function patternsOf(text = ''): string[][] {
  const words = text.split(/\s+/).filter(Boolean);
  return words.map((word) => [...new Set([containsPattern(word), containsPattern(foldText(word))])]);
}

function conditionOf(listing: EmergencyListing, filter: Filter, bind: (value: unknown) => string): string {
  const { sql, kind } = fieldOf(listing, filter.field);
  if ('anyOf' in filter) {
    const values = `${bind(filter.anyOf)}::text[]`;
    return kind === 'LIST' ? `(${sql}) && ${values}` : `${sql} = any(${values})`;
  }
  const { min = null, max = null } = filter;
  return [
    ...(min === null ? [] : [`${sql} >= ${bind(min)}::float8`]),
    ...(max === null ? [] : [`${sql} <= ${bind(max)}::float8`]),
  ].join(' and ');
}

function orderOf(listing: EmergencyListing, { sort = [], text }: SearchRequest): string {
  const asked = sort.map(({ field, direction }) => `${fieldOf(listing, field).sql} ${direction} nulls last`);
  const usual = text ? [`length(${listing.title})`] : [];
  return [...asked, ...usual, `${listing.updatedAt} desc`, listing.id].join(', ');
}

function fieldOf(listing: EmergencyListing, name: string): EmergencyListing['fields'][string] {
  const field = listing.fields[name];
  if (!field) throw new SearchUnavailableError(`${name} is known to the index only`);
  return field;
}
