import type { Candidates } from '../columns/candidates.js';

/** Whether document a stands before document b. */
export type Before = (a: number, b: number) => boolean;

/** The first `limit` candidates of an order, in that order: a heap with the last of them on top. */
export function bestDocuments({ documents, count }: Candidates, limit: number, before: Before): number[] {
  const heap: number[] = [];
  if (limit === 0) return heap;
  for (let i = 0; i < count; i++) {
    const document = documents[i]!;
    if (heap.length < limit) {
      heap.push(document);
      siftUp(heap, before);
    } else if (before(document, heap[0]!)) {
      heap[0] = document;
      siftDown(heap, before);
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}

function siftUp(heap: number[], before: Before): void {
  for (let child = heap.length - 1; child > 0;) {
    const parent = (child - 1) >>> 1;
    if (!before(heap[parent]!, heap[child]!)) return;
    swap(heap, parent, child);
    child = parent;
  }
}

function siftDown(heap: number[], before: Before): void {
  for (let parent = 0; ;) {
    let last = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && before(heap[last]!, heap[child]!)) last = child;
    }
    if (last === parent) return;
    swap(heap, parent, last);
    parent = last;
  }
}

function swap(heap: number[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
}
