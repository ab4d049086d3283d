import { InstanceError } from './meeting-instance.js';

/** A value in MiniZinc data: a whole number, or a list, a set or a table of values. */
export type DznValue = number | readonly DznValue[];

const TOKEN = /\s+|%[^\n]*|(-?\d+)|([A-Za-z_]\w*)|(\[\||\|\]|\.\.|[[\]{}|,;=])/gy;

/** Reads MiniZinc data as far as instances need it: `name = value;` with whole numbers, lists, sets, ranges, tables. */
export function readDzn(text: string): Map<string, DznValue> {
  const reader = new DznReader(tokens(text));
  const data = new Map<string, DznValue>();
  while (!reader.atEnd()) {
    const name = reader.next();
    if (!/^[A-Za-z_]/.test(name)) throw new InstanceError(`a name was expected where "${name}" stands`);
    reader.expect('=');
    data.set(name, reader.value());
    if (!reader.atEnd()) reader.expect(';');
  }
  return data;
}

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new InstanceError(`"${text.slice(at, at + 20).trim()}" is not MiniZinc data`);
    const token = match[1] ?? match[2] ?? match[3];
    if (token !== undefined) found.push(token);
  }
  return found;
}

class DznReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  atEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  next(): string {
    return this.tokens[this.at++] ?? '';
  }

  expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new InstanceError(`"${token}" was expected where "${found}" stands`);
  }

  value(): DznValue {
    const token = this.next();
    if (token === '[|') return this.table();
    if (token === '[') return this.items(']');
    if (token === '{') return this.items('}');
    if (/^-?\d+$/.test(token)) return this.numberOrRange(Number(token));
    throw new InstanceError(`a value was expected where "${token}" stands`);
  }

  private numberOrRange(first: number): DznValue {
    if (this.tokens[this.at] !== '..') return first;
    this.at++;
    const last = Number(this.next());
    if (!(last - first < 100_000)) throw new InstanceError(`the range from ${first} has no fitting end`);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  }

  /** Items to the closing sign; a comma may stand before it. */
  private items(end: string): DznValue[] {
    const items: DznValue[] = [];
    while (this.tokens[this.at] !== end) {
      items.push(this.value());
      if (this.tokens[this.at] !== end) this.expect(',');
    }
    this.at++;
    return items;
  }

  /** Rows between bars; the last row may be empty. */
  private table(): DznValue[] {
    const rows: DznValue[][] = [[]];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined) throw new InstanceError('a table does not end');
      if (token === '|]' || token === '|') {
        this.at++;
        if (token === '|]') return rows.filter((row) => row.length > 0);
        rows.push([]);
      } else if (token === ',') this.at++;
      else rows.at(-1)?.push(this.value());
    }
  }
}
