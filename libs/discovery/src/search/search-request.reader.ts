import { BadInputError } from '@app/kernel';
import { fieldSchema, MAX_REACHABLE_HITS, type SearchRequest } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SearchArgs } from './dto/search.args.js';
import { SORT_KEYS } from './search.enums.js';
import { PlaceReader } from './reading/place-reader.js';
import { QueryReader } from './reading/query-reader.js';
import { SearchFilterReader } from './search-filter.reader.js';

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
  readWithin(args: SearchArgs): { request: SearchRequest; regions: readonly string[] } | null {
    if (args.placesAsWords || args.filter?.regions?.length) return null;
    const placed = args.text ? this.places.read(args.index, args.text) : null;
    if (!placed) return null;
    const filter = { ...args.filter, regions: [...placed.regions] };
    return { request: this.read({ ...args, text: placed.words, filter }), regions: placed.regions };
  }

  /** The request; throws BAD_INPUT with the field. */
  read({ index, text, filter, facets, sort, highlight, page, pageSize }: SearchArgs): SearchRequest {
    if (page * pageSize > MAX_REACHABLE_HITS)
      throw new BadInputError('SEARCH_PAGE_TOO_FAR', { max: MAX_REACHABLE_HITS }, ['page']);
    const unknown = facets.find((facet) => !fieldSchema(index, facet)?.facetable);
    if (unknown) throw new BadInputError('SEARCH_FACET_NOT_OF_INDEX', { facet: unknown, index }, ['facets']);
    const keys = SORT_KEYS[sort];
    if (!keys.every(({ field }) => fieldSchema(index, field)?.sortable))
      throw new BadInputError('SEARCH_SORT_NOT_OF_INDEX', { sort, index }, ['sort']);
    return {
      index,
      ...(text?.trim() ? { text: text.trim(), reading: this.words.read(text) } : {}),
      filter: filter ? this.filters.read(index, filter) : [],
      facets: [...new Set<string>(facets)],
      sort: keys,
      page,
      hitsPerPage: pageSize,
      highlight,
    };
  }
}
