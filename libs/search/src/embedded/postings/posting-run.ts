import type { AnalyzedDocument } from '../../text/document-analyzer.js';
import { impactOf } from '../../ranking/impact.js';
import { BLOCK_SIZE, ENTRY_BYTES, writeEntry } from './posting-block.js';

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
