import type { FacetCount } from '../../port/search-answer.js';
import { MAX_FACET_VALUES } from '../../port/search-request.js';
import type { ServerDocument } from '../index/server-document.js';
import type { ServerAnswer } from '../transport/meilisearch-server.js';

type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** Facets as the server counted them, in the platform's order. */
export function countedFacets(asked: readonly string[], { facetDistribution = {} }: ServerAnswer): Facets {
  return Object.fromEntries(
    asked.map((field) => [field, ordered(new Map(Object.entries(facetDistribution[field] ?? {})))]),
  );
}

/** Facets counted over documents at hand. */
export function facetsOf(asked: readonly string[], documents: readonly ServerDocument[]): Facets {
  return Object.fromEntries(
    asked.map((field) => {
      const counts = new Map<string, number>();
      for (const document of documents)
        for (const value of valuesOf(document, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [field, ordered(counts)];
    }),
  );
}

function valuesOf(document: ServerDocument, field: string): string[] {
  const value = document[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
}

function ordered(counts: ReadonlyMap<string, number>): FacetCount[] {
  const all = Array.from(counts, ([value, count]) => ({ value, count }));
  all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return all.slice(0, MAX_FACET_VALUES);
}
