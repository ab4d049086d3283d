import type { SortKey } from '../../port/search-request.js';
import type { ServerDocument } from '../index/server-document.js';

/** The order in which documents are shown where nothing is asked for. */
export const NEWEST_FIRST: readonly SortKey[] = [{ field: 'updatedAt', direction: 'DESC' }];

/** An explicit order in the server's words; it puts the unknown last either way, as the platform does. */
export function sortExpressions(sort: readonly SortKey[]): string[] {
  return sort.map(({ field, direction }) => `${field}:${direction === 'ASC' ? 'asc' : 'desc'}`);
}

/** The same order for documents at hand; of equals the younger id first. */
export function bySort(sort: readonly SortKey[]): (a: ServerDocument, b: ServerDocument) => number {
  return (a, b) => {
    for (const { field, direction } of sort) {
      const difference = compared(a[field], b[field], direction === 'ASC' ? 1 : -1);
      if (difference !== 0) return difference;
    }
    return a.id > b.id ? -1 : 1;
  };
}

function compared(left: unknown, right: unknown, sign: number): number {
  if (typeof left !== 'number' || typeof right !== 'number')
    return Number(typeof right === 'number') - Number(typeof left === 'number');
  return (left - right) * sign;
}
