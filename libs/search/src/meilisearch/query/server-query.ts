import { CONCEPT_FIELD, fieldSchema, type IndexName } from '../../port/index-schemas.js';
import type { Filter } from '../../port/search-request.js';
import { BadSearchError } from '../../port/search.errors.js';
import { serverNames } from '../server/index-settings.js';
import { codeOf } from '../server/server-document.js';
import { isMissingIndex } from '../server/meilisearch-http.js';
import type { MeilisearchServer, ServerAnswer, ServerQuery } from '../server/meilisearch-server.js';

/** A filter as the server takes it apart: every element by itself, all of which must hold. */
type FilterExpressions = readonly string[];

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

/** The server reads so many terms of a query and passes over the rest without a word. */
export const MAX_TERMS = 10;

/** Signs that would turn what follows into a mandatory phrase or an exclusion; a code has none, a raw word may. */
const OPERATORS = /["“”]|(^|\s)-+/g;

/** Tokens as a query, the most telling first, so that nothing that matters is cut off. */
export function termsOf(tokens: readonly string[]): string {
  return [...new Set(tokens.map(codeOf))].slice(0, MAX_TERMS).join(' ');
}

/** A word as somebody typed it, made harmless. */
export function plainWord(word: string): string {
  return word.replace(OPERATORS, '$1').trim();
}

const NOTHING: ServerAnswer = { hits: [], totalHits: 0, facetDistribution: {} };

/** Asks the live indexes; one that was never built is empty. */
export class LiveIndexes {
  constructor(
    private readonly server: MeilisearchServer,
    private readonly prefix: string,
  ) {}

  /** Answers in the order of the queries, which are asked of the same state of the index or nearly so. */
  async ask(
    index: IndexName,
    queries: readonly Omit<ServerQuery, 'indexUid'>[],
  ): Promise<readonly ServerAnswer[]> {
    const indexUid = serverNames(this.prefix, index).live;
    try {
      // Language detection would take short hanzi for Japanese.
      return await this.server.multiSearch(
        queries.map((query) => ({ ...query, indexUid, locales: ['cmn' as const] })),
      );
    } catch (error) {
      if (isMissingIndex(error)) return queries.map(() => NOTHING);
      throw error;
    }
  }
}
