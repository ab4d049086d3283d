import { BadInputError, type Decimal, keyOf } from '@app/kernel';
import { ClaimState, Classification } from '@app/organizations';
import {
  fieldSchema,
  type Filter,
  type IndexName,
  MAX_REACHABLE_HITS,
  type SearchRequest,
} from '@app/search';
import { RegionLevel, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { SearchArgs, SearchFilterInput } from './search.graphql.js';
import { PlaceReader, QueryReader } from './query-reader.js';
import { SORT_KEYS } from './search.enums.js';

/** A condition and the input field that it comes from. */
interface Condition {
  readonly from: keyof SearchFilterInput;
  readonly filter: Filter;
}

const FIELD_OF_LEVEL: Readonly<Record<RegionLevel, string>> = {
  PROVINCE: 'province',
  CITY: 'city',
  COUNTY: 'region',
};

/** Reads what hits must be: codes must exist, and the index must know of what is asked. */
@Injectable()
export class SearchFilterReader {
  constructor(
    private readonly classification: Classification,
    private readonly regions: Regions,
  ) {}

  /** The engine's filters; throws BAD_INPUT with the field. */
  readFilters(index: IndexName, input: SearchFilterInput): Filter[] {
    const conditions = [...this.places(input), ...this.trades(input), ...kinds(input), ...amounts(input)];
    for (const { from, filter } of conditions) {
      if (!fieldSchema(index, filter.field)?.filterable || !fitsKind(index, from))
        throw new BadInputError('SEARCH_FILTER_NOT_OF_INDEX', { filter: from, index }, [`filter.${from}`]);
    }
    return conditions.map(({ filter }) => filter);
  }

  private places({ regions, deliversTo }: SearchFilterInput): Condition[] {
    const codes =
      regions?.map((code, i) => this.classification.regionCode(code, `filter.regions.${i}`)) ?? [];
    const levels = new Set(codes.flatMap((code) => this.regions.get(code)?.level ?? []));
    const [level] = levels;
    if (levels.size > 1) throw new BadInputError('REGIONS_OF_MIXED_LEVELS', {}, ['filter.regions']);
    const served = deliversTo && this.classification.regionCode(deliversTo, 'filter.deliversTo');
    return [
      ...anyOf('regions', level ? FIELD_OF_LEVEL[level] : '', codes),
      ...anyOf('deliversTo', 'regionServed', served ? this.regions.path(served) : []),
    ];
  }

  private trades({ industries, certificates, tiers, conceptIds }: SearchFilterInput): Condition[] {
    const codes = industries?.map((code, i) =>
      this.classification.industryCode(code, `filter.industries.${i}`),
    );
    const held = certificates?.map((id, i) =>
      this.classification.certificateKindId(id, `filter.certificates.${i}`),
    );
    return [
      ...anyOf('industries', 'industry', codes),
      ...[...new Set(held)].flatMap((id) => anyOf('certificates', 'certificate', [id])),
      ...anyOf('tiers', 'tier', tiers),
      ...anyOf('conceptIds', 'concept', conceptIds),
    ];
  }
}

function kinds(input: SearchFilterInput): Condition[] {
  const { organizationId, claimed } = input;
  const states = claimed ? [ClaimState.CLAIMED] : [ClaimState.UNCLAIMED, ClaimState.UNVERIFIED];
  return [
    ...anyOf('capabilityKinds', 'kind', input.capabilityKinds),
    ...anyOf('needKinds', 'kind', input.needKinds),
    ...anyOf('eventKinds', 'kind', input.eventKinds),
    ...anyOf(
      'organizationId',
      'organizationId',
      organizationId ? [keyOf(organizationId, 'Organization')] : [],
    ),
    ...anyOf('claimed', 'claimed', typeof claimed === 'boolean' ? states : []),
  ];
}

function amounts(input: SearchFilterInput): Condition[] {
  return [
    ...range('leadTimeDaysMax', 'leadTimeDays', { max: input.leadTimeDaysMax }),
    ...range('capacityPerMonthMin', 'capacityPerMonth', { min: numberOf(input.capacityPerMonthMin) }),
    ...range('priceMax', 'priceAmount', { max: numberOf(input.priceMax) }),
    ...range('replyAfter', 'replyDeadline', { min: input.replyAfter?.getTime() }),
    ...range('from', 'endsAt', { min: input.from?.getTime() }),
    ...range('to', 'startsAt', { max: input.to?.getTime() }),
  ];
}

/** Kinds of need, capability and event share the field `kind` of their indexes. */
const INDEX_OF_KINDS: Partial<Record<keyof SearchFilterInput, IndexName>> = {
  capabilityKinds: 'capabilities',
  needKinds: 'needs',
  eventKinds: 'events',
};

function fitsKind(index: IndexName, from: keyof SearchFilterInput): boolean {
  return (INDEX_OF_KINDS[from] ?? index) === index;
}

function anyOf(
  from: keyof SearchFilterInput,
  field: string,
  values: readonly string[] | null | undefined,
): Condition[] {
  return values && values.length > 0 ? [{ from, filter: { field, anyOf: [...new Set(values)] } }] : [];
}

function range(
  from: keyof SearchFilterInput,
  field: string,
  { min, max }: { min?: number | null; max?: number | null },
): Condition[] {
  if (typeof min === 'number') return [{ from, filter: { field, min } }];
  return typeof max === 'number' ? [{ from, filter: { field, max } }] : [];
}

/** Indexes compare amounts as floating numbers, which is exact enough for a filter. */
function numberOf(amount: Decimal | null | undefined): number | undefined {
  return typeof amount === 'string' ? Number(amount) : undefined;
}

/** Reads what somebody asks the search box into a request that the index can answer. */
@Injectable()
export class SearchRequestReader {
  constructor(
    private readonly filters: SearchFilterReader,
    private readonly words: QueryReader,
    private readonly places: PlaceReader,
  ) {}

  /**
   * The request within the places that the words name, as a filter on regions, and those regions; null where they name
   * none, or where the regions were chosen apart from the words.
   */
  readPlacedRequest(args: SearchArgs): { request: SearchRequest; regions: readonly string[] } | null {
    if (args.placesAsWords || args.filter?.regions?.length) return null;
    const placed = args.text ? this.places.readPlaces(args.index, args.text) : null;
    if (!placed) return null;
    const filter = { ...args.filter, regions: [...placed.regions] };
    return { request: this.readRequest({ ...args, text: placed.words, filter }), regions: placed.regions };
  }

  /** The request; throws BAD_INPUT with the field. */
  readRequest({ index, text, filter, facets, sort, highlight, page, pageSize }: SearchArgs): SearchRequest {
    if (page * pageSize > MAX_REACHABLE_HITS)
      throw new BadInputError('SEARCH_PAGE_TOO_FAR', { max: MAX_REACHABLE_HITS }, ['page']);
    const unknown = facets.find((facet) => !fieldSchema(index, facet)?.facetable);
    if (unknown) throw new BadInputError('SEARCH_FACET_NOT_OF_INDEX', { facet: unknown, index }, ['facets']);
    const keys = SORT_KEYS[sort];
    if (!keys.every(({ field }) => fieldSchema(index, field)?.sortable))
      throw new BadInputError('SEARCH_SORT_NOT_OF_INDEX', { sort, index }, ['sort']);
    return {
      index,
      ...(text?.trim() ? { text: text.trim(), reading: this.words.readQuery(text) } : {}),
      filter: filter ? this.filters.readFilters(index, filter) : [],
      facets: [...new Set<string>(facets)],
      sort: keys,
      page,
      hitsPerPage: pageSize,
      highlight,
    };
  }
}
