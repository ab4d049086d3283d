import { CONCEPT_FIELD, fieldSchema, type IndexName } from '../../port/index-schemas.js';
import type { Filter } from '../../port/search-request.js';
import { BadSearchError } from '../../port/search.errors.js';

/** A filter as the server takes it apart: every element by itself, all of which must hold. */
export type FilterExpressions = readonly string[];

/** Whether a filter lets nothing pass; the server knows no such expression. */
export function passesNothing(filters: readonly Filter[]): boolean {
  return filters.some((filter) => 'anyOf' in filter && filter.anyOf.length === 0);
}

/**
 * Filters in the server's words. Each stands in an expression of its own and every value in quotes, so that no value
 * can add a condition; names come from the closed list of fields.
 */
export function filterExpressions(index: IndexName, filters: readonly Filter[]): FilterExpressions {
  return filters.flatMap((filter) => {
    const field = knownField(index, filter.field);
    if ('anyOf' in filter) return [oneOf(field, filter.anyOf)];
    const { min, max } = filter;
    return [
      ...(min === undefined ? [] : [`${field} >= ${quoted(min)}`]),
      ...(max === undefined ? [] : [`${field} <= ${quoted(max)}`]),
      // Without bounds it still asks for documents that have a value.
      ...(min === undefined && max === undefined ? [`${field} EXISTS`, `${field} IS NOT NULL`] : []),
    ];
  });
}

/** The documents of these ids. */
export function idsExpression(ids: readonly string[]): string {
  return oneOf('id', ids);
}

function oneOf(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(', ')}]`;
}

function quoted(value: string | number): string {
  return JSON.stringify(String(value));
}

function knownField(index: IndexName, field: string): string {
  if (field !== CONCEPT_FIELD && !fieldSchema(index, field))
    throw new BadSearchError(`filter: ${field}`, 'filter');
  return field;
}
