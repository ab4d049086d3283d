import { CONCEPT_FIELD, fieldSchema, type FieldSchema, type IndexName } from './index-schemas.js';
import { MAX_RECALL_QUERIES, type RecallQuery } from './recall.js';
import type { FieldValue, SearchDocument } from './search-document.js';
import { type Filter, MAX_HITS_PER_PAGE, type SearchRequest } from './search-request.js';
import { BadDocumentError, BadSearchError } from './search.errors.js';

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

/** NUL cannot be stored, and the unit separator divides the values of a field. */
const REFUSED = ['\u0000', '\u001f'];

function isClean(text: string): boolean {
  return !REFUSED.some((sign) => text.includes(sign));
}

/** Throws BadDocumentError when a document does not fit its index. */
export function validateDocument(index: IndexName, document: SearchDocument): void {
  const reason = textFault(document) ?? fieldFault(index, document);
  if (reason) throw new BadDocumentError(document.id, reason);
}

function textFault({ id, version, title, text }: SearchDocument): string | undefined {
  if (id === '') return 'has no id';
  if (!Number.isSafeInteger(version)) return `version ${version} is not a whole number`;
  return isClean(id + title + text) ? undefined : 'its texts hold control characters';
}

function fieldFault(index: IndexName, { facets, concepts = [] }: SearchDocument): string | undefined {
  if (!concepts.every(isCode)) return 'a concept is not a code';
  for (const [name, value] of Object.entries(facets)) {
    const schema = fieldSchema(index, name);
    if (!schema) return `the index ${index} has no field ${name}`;
    if (!fits(schema, value)) return `field ${name} cannot hold ${JSON.stringify(value)}`;
  }
  return undefined;
}

function fits({ kind, multiple }: FieldSchema, value: FieldValue): boolean {
  if (value === null) return true;
  if (kind === 'NUMBER') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value === 'string') return isCode(value);
  return multiple && Array.isArray(value) && value.every(isCode);
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && isClean(value);
}
