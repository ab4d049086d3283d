import { containsPattern, Transactions } from '@app/database';
import { foldText } from '@app/kernel';
import {
  type Filter,
  type IndexName,
  type SearchAnswer,
  type SearchRequest,
  SearchUnavailableError,
} from '@app/search';
import { Injectable } from '@nestjs/common';

/** A field of an index as an SQL expression: one value, several, or a number. */
type Field = { readonly sql: string; readonly kind: 'VALUE' | 'LIST' | 'NUMBER' };

/** Where the things of an index stand in PostgreSQL, and what their documents would say. */
interface EmergencyListing {
  readonly from: string;
  /** Those that the index holds. */
  readonly found: string;
  readonly id: string;
  readonly title: string;
  readonly updatedAt: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const value = (sql: string): Field => ({ sql, kind: 'VALUE' });
const list = (sql: string): Field => ({ sql, kind: 'LIST' });
const number = (sql: string): Field => ({ sql: `(${sql})::float8`, kind: 'NUMBER' });
const instant = (column: string): Field => number(`extract(epoch from ${column}) * 1000`);

/** Codes of GB/T 2260 contain those around them: 33, 3301, 330109. */
const place = (code: string) => ({
  province: value(`left(${code}, 2)`),
  city: value(`left(${code}, 4)`),
  region: value(code),
});
/** Codes of GB/T 4754 contain those above them: C, C33, C339, C3392. */
const industry = (code: string) =>
  list(`array[left(${code}, 1), left(${code}, 3), left(${code}, 4), ${code}]`);
const concepts = (column: string) =>
  list(`array(select x ->> 'conceptId' from jsonb_array_elements(${column}) x)`);
const tiers = list('array(select t.level from tier_recognition t where t.organization_id = o.id)');

/** Emergency answers list the same things as the indexes, by title and facts alone. */
const EMERGENCY_LISTINGS: Readonly<Record<IndexName, EmergencyListing>> = {
  capabilities: {
    from: 'capability c join organization o on o.id = c.organization_id',
    found: `c.state = 'PUBLISHED' and o.status not in ('DEREGISTERED', 'REVOKED')`,
    id: 'c.id',
    title: 'c.title',
    updatedAt: 'c.updated_at',
    fields: {
      ...place('o.region_code'),
      regionServed: list('c.regions_served'),
      industry: industry('coalesce(c.industry_code, o.industry_code)'),
      kind: value('c.kind'),
      tier: tiers,
      certificate: list(
        `array(select k.kind_id from organization_certificate k where k.organization_id = o.id
                and (c.certificate_ids is null or k.id = any(c.certificate_ids)))`,
      ),
      concept: concepts('c.concepts'),
      organizationId: value('c.organization_id::text'),
      claimed: value('o.claim_state'),
      leadTimeDays: number('c.lead_time_days'),
      capacityPerMonth: number(
        `case c.capacity_period when 'MONTH' then c.capacity_amount when 'YEAR' then c.capacity_amount / 12 end`,
      ),
      priceAmount: number('coalesce(c.price_min, c.price_max)'),
      updatedAt: instant('c.updated_at'),
    },
  },
  organizations: {
    from: 'organization o',
    found: `o.status <> 'DEREGISTERED'`,
    id: 'o.id',
    title: 'o.name',
    updatedAt: 'o.updated_at',
    fields: {
      ...place('o.region_code'),
      industry: industry('o.industry_code'),
      tier: tiers,
      certificate: list(
        'array(select k.kind_id from organization_certificate k where k.organization_id = o.id)',
      ),
      concept: list('array[]::text[]'),
      claimed: value('o.claim_state'),
      establishedAt: instant('o.founded_on'),
      updatedAt: instant('o.updated_at'),
    },
  },
  needs: {
    from: 'procurement_need n join organization o on o.id = n.organization_id',
    found: `n.state = 'PUBLISHED' and n.visibility = 'PUBLIC' and o.status not in ('DEREGISTERED', 'REVOKED')`,
    id: 'n.id',
    title: 'n.title',
    updatedAt: 'n.updated_at',
    fields: {
      ...place('n.delivery_region_code'),
      kind: value('n.kind'),
      certificate: list('n.required_certificates || n.preferred_certificates'),
      concept: concepts('n.concepts'),
      organizationId: value('case when n.alias is null then n.organization_id::text end'),
      replyDeadline: instant('n.reply_deadline'),
      updatedAt: instant('n.updated_at'),
    },
  },
  events: {
    from: 'matchmaking_event e',
    found: `e.state = 'PUBLISHED'`,
    id: 'e.id',
    title: 'e.title',
    updatedAt: 'e.updated_at',
    fields: {
      ...place('e.region_code'),
      industry: list(
        `array(select left(code, n) from unnest(e.industry_codes) code, unnest(array[1, 3, 4, 5]) n)`,
      ),
      kind: value('e.kind'),
      concept: concepts('e.extracted_concepts'),
      organizationId: value('e.organization_id::text'),
      startsAt: instant('e.starts_at'),
      endsAt: instant('e.ends_at'),
      updatedAt: instant('e.updated_at'),
    },
  },
};

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
