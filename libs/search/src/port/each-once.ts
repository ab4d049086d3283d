import type { DocumentChanges, SearchDocument } from './search-document.js';

/** Every id once: of several replacements the last, and a removal before any replacement. */
export function eachOnce({ upsert, remove }: DocumentChanges): {
  upsert: SearchDocument[];
  remove: string[];
} {
  const removed = new Set(remove);
  const latest = new Map(upsert.map((document) => [document.id, document]));
  return { upsert: [...latest.values()].filter(({ id }) => !removed.has(id)), remove: [...removed] };
}
