import { CONCEPT_FIELD, fieldSchema, type IndexName } from '../../port/index-schemas.js';
import type { Filter } from '../../port/search-request.js';
import { valueToken } from '../../text/token-signs.js';
import { BLOCK_BITS } from '../postings/posting-block.js';
import type { Candidates } from '../columns/candidates.js';
import type { IndexReader, TokenPostings } from './index-reader.js';

type TermFilter = Extract<Filter, { anyOf: readonly string[] }>;

/** The conditions of a request, with the postings of its identifiers at hand: keeps the candidates that pass them all. */
export class RequestFilter {
  private constructor(
    private readonly reader: IndexReader,
    private readonly columnFilters: readonly Filter[],
    private readonly identifiers: readonly (readonly TokenPostings[])[],
  ) {}

  /** Reads what the filters need. */
  static async load(
    reader: IndexReader,
    index: IndexName,
    filters: readonly Filter[],
  ): Promise<RequestFilter> {
    const byPostings = (filter: Filter): filter is TermFilter =>
      'anyOf' in filter &&
      (filter.field === CONCEPT_FIELD || fieldSchema(index, filter.field)?.kind === 'IDENTIFIER');
    const identifiers = await Promise.all(
      filters
        .filter(byPostings)
        .map(({ field, anyOf }) => reader.postings(anyOf.map((value) => valueToken(field, value)))),
    );
    return new RequestFilter(
      reader,
      filters.filter((filter) => !byPostings(filter)),
      identifiers,
    );
  }

  /** Drops the candidates that are dead or fail a condition. */
  apply(candidates: Candidates): void {
    const { reader } = this;
    candidates.dropMarked(reader.dead);
    for (const postings of this.identifiers) candidates.keepMarked(marksOf(postings, reader.limit));
    for (const filter of this.columnFilters) {
      if ('anyOf' in filter) reader.columns.terms.get(filter.field)?.keep(candidates, filter.anyOf);
      else
        reader.columns.numbers
          .get(filter.field)
          ?.keep(candidates, filter.min ?? -Infinity, filter.max ?? Infinity);
    }
  }
}

function marksOf(postings: readonly TokenPostings[], limit: number): Uint8Array {
  const marks = new Uint8Array(limit);
  for (const { base, changed } of postings) {
    for (let b = 0, i = 0; b < base.blocks.length; b++) {
      const first = base.blocks[b]! << BLOCK_BITS;
      for (; i < base.ends[b]!; i++) marks[first + base.lows[i]!] = 1;
    }
    for (const document of changed?.documents ?? []) marks[document] = 1;
  }
  return marks;
}
