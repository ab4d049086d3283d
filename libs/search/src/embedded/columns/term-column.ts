import { BLOCK_SIZE } from '../postings/posting-block.js';
import type { Candidates } from './candidates.js';
import { ValueSets } from './value-sets.js';

type Numbers = Uint16Array | Uint32Array;

/** How a chunk of a column is stored: bytes per document, and the packed values (little endian). */
export interface ColumnChunk {
  readonly width: number;
  readonly bytes: Buffer;
}

/** A `TERM` field of all documents: per document the number of its combination of values, in two bytes if they suffice. */
export class TermColumn {
  readonly sets = new ValueSets();
  private numbers: Numbers = new Uint16Array(1024);

  /** Sets a document's values. */
  put(document: number, values: readonly string[]): void {
    const number = this.sets.numberOf(values);
    this.reserve(document + 1, number);
    this.numbers[document] = number;
  }

  /** Takes a stored chunk. */
  load(chunk: number, { width, bytes }: ColumnChunk): void {
    const aligned = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const values = width === 2 ? new Uint16Array(aligned) : new Uint32Array(aligned);
    const start = chunk * BLOCK_SIZE;
    this.reserve(start + values.length, width === 2 ? 0 : 0x10000);
    this.numbers.set(values, start);
  }

  /** The stored form of documents of one chunk. */
  chunk(from: number, to: number): ColumnChunk {
    this.reserve(to);
    const part = this.numbers.slice(from, to);
    return {
      width: part.BYTES_PER_ELEMENT,
      bytes: Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    };
  }

  /** Keeps the candidates that carry one of the values. */
  keep(candidates: Candidates, anyOf: readonly string[]): void {
    const wanted = new Set(anyOf);
    const fits = new Uint8Array(this.sets.size);
    for (let n = 0; n < fits.length; n++)
      if (this.sets.valuesAt(n).some((value) => wanted.has(value))) fits[n] = 1;
    const { documents, count } = candidates;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      if (fits[this.numbers[document]!] === 1) documents[kept++] = document;
    }
    candidates.count = kept;
  }

  /** How many candidates carry each value. */
  count({ documents, count }: Candidates): Map<string, number> {
    const perSet = new Uint32Array(this.sets.size);
    for (let i = 0; i < count; i++) perSet[this.numbers[documents[i]!]!]!++;
    const perValue = new Map<string, number>();
    perSet.forEach((documentsOfSet, n) => {
      if (documentsOfSet === 0) return;
      for (const value of this.sets.valuesAt(n))
        perValue.set(value, (perValue.get(value) ?? 0) + documentsOfSet);
    });
    return perValue;
  }

  /** Makes room for so many documents, and for a combination's number. */
  reserve(length: number, number = 0): void {
    const wide = number > 0xffff || this.numbers instanceof Uint32Array;
    if (length <= this.numbers.length && wide === this.numbers instanceof Uint32Array) return;
    const size =
      length <= this.numbers.length ? this.numbers.length : Math.max(length, this.numbers.length * 2);
    const grown = wide ? new Uint32Array(size) : new Uint16Array(size);
    grown.set(this.numbers);
    this.numbers = grown;
  }
}
