import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { FieldValue } from '../../port/search-document.js';
import { NumberColumn } from './number-column.js';
import { type ColumnChunk, TermColumn } from './term-column.js';
import { valuesOf } from './value-sets.js';

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
