import { impactOf } from '../../ranking/impact.js';
import type { AnalyzedDocument } from '../../text/document-analyzer.js';

/** Documents are numbered; a block holds the postings of one token for 65,536 successive numbers. */
export const BLOCK_BITS = 16;
export const BLOCK_SIZE = 1 << BLOCK_BITS;

/** Bytes of an entry in a stored block: the document's number within the block (little endian), and the impact. */
export const ENTRY_BYTES = 3;

/** Writes one entry into a block's bytes. */
export function writeEntry(bytes: Uint8Array, offset: number, low: number, impact: number): void {
  bytes[offset] = low & 0xff;
  bytes[offset + 1] = low >>> 8;
  bytes[offset + 2] = impact;
}

/** A stored block: which one, and its entries in rising order of documents. */
export interface StoredBlock {
  readonly block: number;
  readonly bytes: Uint8Array;
}

/** All postings of one token, unpacked for scoring: 3 bytes each, in rising order of documents. */
export interface PostingList {
  /** Block numbers, rising. */
  readonly blocks: readonly number[];
  /** Where each block's entries end in the arrays below. */
  readonly ends: readonly number[];
  /** Document numbers within their block. */
  readonly lows: Uint16Array;
  readonly impacts: Uint8Array;
}

/** What is held for a token that no document carries. */
export const EMPTY_POSTINGS: PostingList = {
  blocks: [],
  ends: [],
  lows: new Uint16Array(0),
  impacts: new Uint8Array(0),
};

/**
 * Unpacks blocks (in rising order) up to a document number, exclusive: what lies beyond was merged after the reader
 * took its stand, and the reader still has it as changes.
 */
export function unpackBlocks(stored: readonly StoredBlock[], limit: number): PostingList {
  const capacity = stored.reduce((sum, { bytes }) => sum + bytes.length / ENTRY_BYTES, 0);
  const lows = new Uint16Array(capacity);
  const impacts = new Uint8Array(capacity);
  const blocks: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { block, bytes } of stored) {
    const room = Math.min(BLOCK_SIZE, limit - block * BLOCK_SIZE);
    for (let i = 0; i < bytes.length; i += ENTRY_BYTES) {
      const low = bytes[i]! | (bytes[i + 1]! << 8);
      if (low >= room) break;
      lows[at] = low;
      impacts[at++] = bytes[i + 2]!;
    }
    blocks.push(block);
    ends.push(at);
  }
  return at === capacity
    ? { blocks, ends, lows, impacts }
    : { blocks, ends, lows: lows.slice(0, at), impacts: impacts.slice(0, at) };
}

/** The impact of a token in a document, 0 when the document does not carry it. */
export function impactIn(list: PostingList, document: number): number {
  const at = list.blocks.indexOf(document >>> BLOCK_BITS);
  if (at < 0) return 0;
  const low = document & (BLOCK_SIZE - 1);
  let from = at === 0 ? 0 : list.ends[at - 1]!;
  let to = list.ends[at]! - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = list.lows[middle]!;
    if (found === low) return list.impacts[middle]!;
    if (found < low) from = middle + 1;
    else to = middle - 1;
  }
  return 0;
}

/** How many postings belong to documents that carry a mark. */
export function countMarked({ blocks, ends, lows }: PostingList, marks: Uint8Array): number {
  let count = 0;
  for (let b = 0, i = 0; b < blocks.length; b++) {
    const first = blocks[b]! << BLOCK_BITS;
    for (const end = ends[b]!; i < end; i++) count += marks[first + lows[i]!]!;
  }
  return count;
}

/** Bytes that a list takes in memory, about. */
export function weightOf(list: PostingList): number {
  return 400 + list.blocks.length * 16 + list.lows.length * ENTRY_BYTES;
}

/** The blocks of many tokens, one after the other in one buffer. */
export interface PackedBlocks {
  /** Token of each block, rising. */
  readonly tokens: Uint32Array;
  /** Entries of each block. */
  readonly counts: Uint32Array;
  readonly bytes: Buffer;
}

/**
 * Collects the postings of up to 65,536 documents with successive numbers and packs them into one block per token.
 * Entries lie in two flat arrays (5 bytes each), and a counting sort brings them into the order of tokens.
 */
export class PostingRun {
  private tokens = new Uint32Array(1 << 20);
  private halves = new Uint8Array(1 << 20);
  private entries = 0;
  private readonly ends: number[] = [];
  private readonly lengths: number[] = [];

  /** Documents so far. */
  get documents(): number {
    return this.ends.length;
  }

  /** Whether no further document fits. */
  get full(): boolean {
    return this.ends.length === BLOCK_SIZE;
  }

  /** The mean number of words of the documents so far. */
  get meanLength(): number {
    return this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.lengths.length);
  }

  /** Adds the next document. */
  add(document: AnalyzedDocument): void {
    const end = this.entries + document.tokens.length;
    if (end > this.tokens.length) this.grow(end);
    this.tokens.set(document.tokens, this.entries);
    this.halves.set(document.counts, this.entries);
    this.entries = end;
    this.ends.push(end);
    this.lengths.push(document.length);
  }

  /** Packs what was added, for a dictionary of `tokenCount` tokens, and begins anew. */
  pack(tokenCount: number, typicalLength: number): PackedBlocks {
    const offsets = this.countTokens(tokenCount);
    const counts: number[] = [];
    const tokens: number[] = [];
    for (let token = 0, before = 0; token < tokenCount; token++) {
      const count = offsets[token]!;
      offsets[token] = before;
      before += count;
      if (count > 0) {
        tokens.push(token);
        counts.push(count);
      }
    }
    const bytes = this.writeEntries(offsets, typicalLength);
    this.entries = 0;
    this.ends.length = 0;
    this.lengths.length = 0;
    return { tokens: Uint32Array.from(tokens), counts: Uint32Array.from(counts), bytes };
  }

  private countTokens(tokenCount: number): Uint32Array {
    const counts = new Uint32Array(tokenCount);
    for (let i = 0; i < this.entries; i++) counts[this.tokens[i]!]!++;
    return counts;
  }

  private writeEntries(offsets: Uint32Array, typicalLength: number): Buffer {
    const bytes = Buffer.allocUnsafe(this.entries * ENTRY_BYTES);
    for (let document = 0, i = 0; document < this.ends.length; document++) {
      const length = this.lengths[document]!;
      for (const end = this.ends[document]!; i < end; i++) {
        const at = offsets[this.tokens[i]!]!++;
        writeEntry(bytes, at * ENTRY_BYTES, document, impactOf(this.halves[i]!, length, typicalLength));
      }
    }
    return bytes;
  }

  private grow(needed: number): void {
    const size = Math.max(needed, this.tokens.length * 2);
    const tokens = new Uint32Array(size);
    const halves = new Uint8Array(size);
    tokens.set(this.tokens.subarray(0, this.entries));
    halves.set(this.halves.subarray(0, this.entries));
    this.tokens = tokens;
    this.halves = halves;
  }
}
