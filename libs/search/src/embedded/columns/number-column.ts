import { BLOCK_SIZE } from '../postings/posting-block.js';
import type { Candidates } from './candidates.js';
import type { ColumnChunk } from './term-column.js';

const WIDTH = 8;

/** A `NUMBER` field of all documents; NaN where nothing is known. */
export class NumberColumn {
  private numbers = new Float64Array(1024).fill(NaN);

  /** A document's number, or NaN. */
  at(document: number): number {
    return this.numbers[document] ?? NaN;
  }

  /** Sets a document's number. */
  put(document: number, value: number | null): void {
    this.reserve(document + 1);
    this.numbers[document] = value ?? NaN;
  }

  /** Takes a stored chunk. */
  load(chunk: number, { bytes }: ColumnChunk): void {
    const values = new Float64Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
    const start = chunk * BLOCK_SIZE;
    this.reserve(start + values.length);
    this.numbers.set(values, start);
  }

  /** The stored form of documents of one chunk. */
  chunk(from: number, to: number): ColumnChunk {
    this.reserve(to);
    const part = this.numbers.slice(from, to);
    return { width: WIDTH, bytes: Buffer.from(part.buffer, part.byteOffset, part.byteLength) };
  }

  /** Keeps the candidates whose number lies in a closed range; the unknown lies in none. */
  keep(candidates: Candidates, min: number, max: number): void {
    const { documents, count } = candidates;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      const value = this.at(document);
      if (value >= min && value <= max) documents[kept++] = document;
    }
    candidates.count = kept;
  }

  /** Makes room for so many documents. */
  reserve(length: number): void {
    if (length <= this.numbers.length) return;
    const grown = new Float64Array(Math.max(length, this.numbers.length * 2)).fill(NaN);
    grown.set(this.numbers);
    this.numbers = grown;
  }
}
