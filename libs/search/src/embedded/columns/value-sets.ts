import type { FieldValue } from '../../port/search-document.js';

const SEPARATOR = '\u001f';

/** The values of a `TERM` field as a list. */
export function valuesOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return value === null || value === undefined || typeof value === 'number' ? [] : value;
}

/**
 * The combinations of values that documents carry in one field, numbered: a column of small numbers serves fields
 * with one value and with several alike. Number 0 is the empty combination.
 */
export class ValueSets {
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
