import { CONCEPT_FIELD, fieldSchema, type FieldSchema, type IndexName } from './index-schemas.js';
import { MAX_RECALL_QUERIES, type RecallQuery } from './recall.js';
import { type Filter, MAX_HITS_PER_PAGE, type SearchRequest } from './search-request.js';
import { BadSearchError } from './search.errors.js';

/** Throws BadSearchError when an index cannot answer a request. */
export function validateRequest({
  index,
  filter = [],
  facets = [],
  sort = [],
  page,
  hitsPerPage,
}: SearchRequest): void {
  if (!Number.isInteger(page) || page < 1) throw new BadSearchError('page', 'page');
  if (!Number.isInteger(hitsPerPage) || hitsPerPage < 0 || hitsPerPage > MAX_HITS_PER_PAGE)
    throw new BadSearchError('hitsPerPage', 'hitsPerPage');
  validateFilters(index, filter);
  facets.forEach((field) => demand(index, field, (schema) => schema.facetable, 'facets'));
  sort.forEach(({ field }) => demand(index, field, (schema) => schema.sortable, 'sort'));
}

/** Throws BadSearchError when an index cannot answer a recall. */
export function validateRecall(index: IndexName, queries: readonly RecallQuery[]): void {
  if (queries.length > MAX_RECALL_QUERIES)
    throw new BadSearchError(`${queries.length} > ${MAX_RECALL_QUERIES}`, 'queries');
  for (const { filter = [] } of queries) validateFilters(index, filter);
}

function validateFilters(index: IndexName, filters: readonly Filter[]): void {
  for (const filter of filters) {
    const values = 'anyOf' in filter;
    if (filter.field === CONCEPT_FIELD && values) continue;
    demand(
      index,
      filter.field,
      (schema) => schema.filterable && values === (schema.kind !== 'NUMBER'),
      'filter',
    );
  }
}

function demand(
  index: IndexName,
  field: string,
  allowed: (schema: FieldSchema) => boolean,
  part: string,
): void {
  const schema = fieldSchema(index, field);
  if (!schema || !allowed(schema)) throw new BadSearchError(`${part}: ${field}`, part);
}
