import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { FieldValue } from '../../port/search-document.js';
import { BLOCK_SIZE } from './posting-blocks.js';

/** Documents under consideration, by number; passes over them drop what does not fit, in place. */
export class Candidates {
  count = 0;

  constructor(public documents: Uint32Array) {}

  /** Takes over documents of another list. */
  copyFrom(documents: Uint32Array, count: number): void {
    if (this.documents.length < count) this.documents = new Uint32Array(Math.max(count, documents.length));
    this.documents.set(documents.subarray(0, count));
    this.count = count;
  }

  /** The documents as a list of its own. */
  list(): number[] {
    return [...this.documents.subarray(0, this.count)];
  }

  /** Takes over a few documents. */
  replace(documents: readonly number[]): void {
    this.copyFrom(Uint32Array.from(documents), documents.length);
  }

  /** All documents from 0 up to a number, exclusive. */
  takeAll(limit: number): void {
    if (this.documents.length < limit) this.documents = new Uint32Array(limit);
    for (let document = 0; document < limit; document++) this.documents[document] = document;
    this.count = limit;
  }

  /** Drops the documents that carry a mark. */
  dropMarked(marks: Uint8Array): void {
    const { documents, count } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      if (marks[document] === 0) documents[kept++] = document;
    }
    this.count = kept;
  }

  /** Keeps the documents that carry a mark. */
  keepMarked(marks: Uint8Array): void {
    const { documents, count } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      if (marks[document] !== 0) documents[kept++] = document;
    }
    this.count = kept;
  }
}

const SEPARATOR = '\u001f';

/** The values of a `TERM` field as a list. */
function valuesOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return value === null || value === undefined || typeof value === 'number' ? [] : value;
}

/**
 * The combinations of values that documents carry in one field, numbered: a column of small numbers serves fields
 * with one value and with several alike. Number 0 is the empty combination.
 */
class ValueSets {
  private readonly sets: (readonly string[])[] = [[]];
  private readonly numbers = new Map<string, number>([['', 0]]);

  /** How many combinations there are. */
  get size(): number {
    return this.sets.length;
  }

  /** The values of a combination. */
  valuesAt(number: number): readonly string[] {
    return this.sets[number] ?? [];
  }

  /** How a combination is stored. */
  keyAt(number: number): string {
    return this.valuesAt(number).join(SEPARATOR);
  }

  /** The number of a combination; a new one when it is new. */
  numberOf(values: readonly string[]): number {
    return this.numberOfKey(
      values.length > 1 ? [...new Set(values)].sort().join(SEPARATOR) : (values[0] ?? ''),
    );
  }

  /** The number of a combination as stored. */
  numberOfKey(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.sets.length;
      this.sets.push(key.split(SEPARATOR));
      this.numbers.set(key, number);
    }
    return number;
  }
}

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

const WIDTH = 8;

/** A `NUMBER` field of all documents; NaN where nothing is known. */
class NumberColumn {
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

/** The columns of an index: what filters, facets and explicit orders read, packed in memory. */
export class ColumnSet {
  readonly terms = new Map<string, TermColumn>();
  readonly numbers = new Map<string, NumberColumn>();

  constructor(index: IndexName) {
    for (const { name, kind } of indexSchema(index).fields) {
      if (kind === 'TERM') this.terms.set(name, new TermColumn());
      if (kind === 'NUMBER') this.numbers.set(name, new NumberColumn());
    }
  }

  /** Sets all fields of a document. */
  put(document: number, facets: Readonly<Record<string, FieldValue>>): void {
    for (const [name, column] of this.terms) column.put(document, valuesOf(facets[name]));
    for (const [name, column] of this.numbers) {
      const value = facets[name];
      column.put(document, typeof value === 'number' ? value : null);
    }
  }

  /** Makes room for so many documents. */
  reserve(length: number): void {
    for (const column of [...this.terms.values(), ...this.numbers.values()]) column.reserve(length);
  }

  /** Takes a stored chunk; one of a field that is no longer in the schema is passed over. */
  load(field: string, chunk: number, stored: ColumnChunk): void {
    (this.terms.get(field) ?? this.numbers.get(field))?.load(chunk, stored);
  }

  /** The stored form of successive documents of one chunk, by field. */
  chunks(from: number, to: number): { field: string; chunk: ColumnChunk }[] {
    return [...this.terms, ...this.numbers].map(([field, column]) => ({
      field,
      chunk: column.chunk(from, to),
    }));
  }
}
