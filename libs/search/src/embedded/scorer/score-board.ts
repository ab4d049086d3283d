import { FULL_IMPACT } from '../../ranking/impact.js';
import type { Candidates } from '../storage/column-set.js';
import { BLOCK_BITS, impactIn, type PostingList } from '../storage/posting-blocks.js';
import type { OverlayList } from './posting-cache.js';

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

/** Looking a document up in a list costs about as much as reading so many postings. */
const LOOKUP_COST = 24;

/**
 * Adds up scores per document. Score and covered mass lie side by side, so that a posting costs one line of the
 * processor's cache; documents are listed when first touched, so that clearing costs what was touched.
 */
export class ScoreBoard {
  touched = new Uint32Array(0);
  count = 0;
  private cells = new Float32Array(0);
  /** Per document the group that last added to it, and the mass that the group has added. */
  private groups = new Uint32Array(0);
  private carried = new Float32Array(0);
  private group = 0;

  /** Makes room for documents below a number. */
  reserve(limit: number): void {
    if (limit <= this.touched.length) return;
    const size = Math.ceil(limit * 1.2);
    this.touched = new Uint32Array(size);
    this.cells = new Float32Array(size * 2);
    this.groups = new Uint32Array(size);
    this.carried = new Float32Array(size);
    this.group = 0;
  }

  /** The sum of weighted impacts of a document. */
  scoreOf(document: number): number {
    return this.cells[document * 2]!;
  }

  /** The sum of the weights of the tokens that a document carries. */
  massOf(document: number): number {
    return this.cells[document * 2 + 1]!;
  }

  /** Whether one document scores higher than another; of equals the older one. */
  isBetter(a: number, b: number): boolean {
    const difference = this.scoreOf(a) - this.scoreOf(b);
    return difference === 0 ? a < b : difference > 0;
  }

  /** Adds a token's postings; a closed token adds only to documents already touched. */
  add(list: PostingList, weight: number, open: boolean): void {
    if (!open && this.count * LOOKUP_COST < list.lows.length) this.lookUp(list, weight);
    else this.scan(list, weight, open);
  }

  /** Adds a token's postings in unmerged documents. */
  addChanged({ documents, impacts }: OverlayList, weight: number, open: boolean): void {
    const perImpact = weight / FULL_IMPACT;
    documents.forEach((document, i) => {
      const cell = document * 2;
      if (this.cells[cell] === 0) {
        if (!open) return;
        this.touched[this.count++] = document;
      }
      this.cells[cell]! += perImpact * impacts[i]!;
      this.cells[cell + 1]! += weight;
      this.note(document, weight);
    });
  }

  /** Begins a group: what is added and raised from now on stands for the same words. */
  beginGroup(): void {
    this.group++;
  }

  /**
   * Raises what documents carry of the group at hand to some mass; who carries as much already gets nothing. Half of
   * the mass counts as score, since another name speaks a little less for a document than the words themselves.
   */
  raise(list: PostingList, mass: number, open: boolean): void {
    const { lows, blocks, ends } = list;
    if (!open && this.count * LOOKUP_COST < lows.length) {
      for (let i = 0; i < this.count; i++)
        if (impactIn(list, this.touched[i]!) > 0) this.raiseOne(this.touched[i]!, mass, false);
      return;
    }
    for (let b = 0, i = 0; b < blocks.length; b++) {
      const first = blocks[b]! << BLOCK_BITS;
      for (const end = ends[b]!; i < end; i++) this.raiseOne(first + lows[i]!, mass, open);
    }
  }

  /** Raises unmerged documents, like {@link raise}. */
  raiseChanged({ documents }: OverlayList, mass: number, open: boolean): void {
    for (const document of documents) this.raiseOne(document, mass, open);
  }

  /** Forgets all scores. */
  clear(): void {
    const { cells, touched, count } = this;
    for (let i = 0; i < count; i++) {
      const cell = touched[i]! * 2;
      cells[cell] = 0;
      cells[cell + 1] = 0;
    }
    this.count = 0;
  }

  /** Looks up each touched document: for few documents cheaper than reading a long list. */
  private lookUp(list: PostingList, weight: number): void {
    const perImpact = weight / FULL_IMPACT;
    for (let i = 0; i < this.count; i++) {
      const document = this.touched[i]!;
      const impact = impactIn(list, document);
      if (impact === 0) continue;
      this.cells[document * 2]! += perImpact * impact;
      this.cells[document * 2 + 1]! += weight;
      this.note(document, weight);
    }
  }

  private raiseOne(document: number, mass: number, open: boolean): void {
    const cell = document * 2;
    const gain = this.groups[document] === this.group ? mass - this.carried[document]! : mass;
    if (gain <= 0) return;
    if (this.cells[cell] === 0) {
      if (!open) return;
      this.touched[this.count++] = document;
    }
    this.cells[cell]! += gain / 2;
    this.cells[cell + 1]! += gain;
    this.note(document, gain);
  }

  private note(document: number, mass: number): void {
    if (this.groups[document] === this.group) this.carried[document]! += mass;
    else {
      this.groups[document] = this.group;
      this.carried[document] = mass;
    }
  }

  private scan(list: PostingList, weight: number, open: boolean): void {
    const { cells, touched } = this;
    const tracked = this.group > 0;
    const { lows, impacts, blocks, ends } = list;
    const perImpact = weight / FULL_IMPACT;
    let count = this.count;
    for (let b = 0, i = 0; b < blocks.length; b++) {
      const first = blocks[b]! << BLOCK_BITS;
      for (const end = ends[b]!; i < end; i++) {
        const document = first + lows[i]!;
        const cell = document * 2;
        if (cells[cell] === 0) {
          if (!open) continue;
          touched[count++] = document;
        }
        cells[cell]! += perImpact * impacts[i]!;
        cells[cell + 1]! += weight;
        if (tracked) this.note(document, weight);
      }
    }
    this.count = count;
  }
}
