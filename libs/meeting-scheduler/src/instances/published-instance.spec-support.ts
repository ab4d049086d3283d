import type { MeetingProblem } from '../problem/meeting-problem.js';
import { InstanceError } from './meeting-instances.js';

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

/**
 * Reads an instance of the B2B meeting scheduling problem (Bofill, Espasa, Garcia, Palahí, Suy and Villaret 2014) as
 * MiniZinc data. All requested meetings are to be held. Slots are numbered from 1 in the file and from 0 here. What the
 * file counts beside `requested` (meetings per participant) is not needed and not read.
 */
export function readDznInstance(name: string, text: string): MeetingProblem {
  const data = readDzn(text);
  const slots = whole(data, 'nTotalSlots', 1);
  const participants = whole(data, 'nBusiness', 0);
  const morning = data.has('nMorningSlots') ? whole(data, 'nMorningSlots', 0) : slots;
  const requested = list(data, 'requested').map((row) => numbers(row, 'requested'));
  const fixed = data.has('fixed') ? numbers(data.get('fixed'), 'fixed') : [];
  const forbidden = data.has('forbidden')
    ? list(data, 'forbidden').map((set) => numbers(set, 'forbidden'))
    : [];
  return {
    name,
    slots: Array.from({ length: slots }, (_, slot) => ({ startsAt: slot * 20, endsAt: slot * 20 + 20 })),
    pools: [{ id: 'tables', place: 0, tables: Array<number>(slots).fill(whole(data, 'nTables', 0)) }],
    participants: Array.from({ length: participants }, (_, i) => {
      const available = range(0, slots).filter((slot) => !forbidden[i]?.includes(slot + 1));
      return { id: String(i + 1), side: 'BUYER', representatives: [{ id: String(i + 1), available }] };
    }),
    requests: requested.map(([one = 0, other = 0, session = 3], i) => {
      for (const participant of [one, other])
        if (!(participant >= 1 && participant <= participants))
          throw new InstanceError(`requested, row ${i + 1}: there is no participant ${participant}`);
      const slot = fixed[i] ?? 0;
      if (slot < 0 || slot > slots)
        throw new InstanceError(`fixed, meeting ${i + 1}: there is no slot ${slot}`);
      return {
        buyer: one - 1,
        supplier: other - 1,
        pair: `meeting ${i + 1}`,
        wish: 'MUST',
        weight: 1,
        pool: 0,
        allowed: session === 1 ? range(0, morning) : session === 2 ? range(morning, slots) : range(0, slots),
        ...(slot > 0 ? { locked: slot - 1 } : {}),
      };
    }),
    precedences: precedences(data, requested.length),
  };
}

function precedences(data: ReadonlyMap<string, DznValue>, meetings: number) {
  if (!data.has('precedences')) return [];
  return list(data, 'precedences').flatMap((set, then) =>
    numbers(set, 'precedences')
      .filter((first) => first !== 0)
      .map((first) => {
        if (first < 1 || first > meetings || then >= meetings)
          throw new InstanceError(`precedences, meeting ${then + 1}: there is no meeting ${first}`);
        return { first: first - 1, then };
      }),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function whole(data: ReadonlyMap<string, DznValue>, key: string, least: number): number {
  const value = data.get(key);
  if (typeof value === 'number' && value >= least) return value;
  throw new InstanceError(`${key}: a whole number from ${least} is missing`);
}

function list(data: ReadonlyMap<string, DznValue>, key: string): readonly DznValue[] {
  const value = data.get(key);
  if (Array.isArray(value)) return value;
  throw new InstanceError(`${key}: a list is missing`);
}

function numbers(value: DznValue | undefined, key: string): number[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value as number[];
  throw new InstanceError(`${key}: a list of whole numbers is expected`);
}
