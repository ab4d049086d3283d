import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { VIEWERS, type ViewerName } from './market.js';

/**
 * What the table says of one viewer: `yes`, `nothing` (null or an empty list, without an error), the code of a refusal,
 * or the names of the things that a list shows, joined by a comma.
 */
export type Outcome = string;

type Row = Readonly<Record<string, Outcome>>;

/** The fields of one type: those that come with it whoever sees it, and those that the table decides one by one. */
export interface TypeRow {
  readonly withIt: readonly string[];
  readonly decided?: Readonly<Record<string, Row>>;
}

interface AccessTable {
  /** Operation → case → row. */
  readonly queries: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  readonly mutations: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  readonly subscriptions: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  readonly types: Readonly<Record<string, TypeRow>>;
}

/** The reviewed table of who may do and see what; people write it, no program does. */
export const ACCESS_TABLE = parse(readFileSync(resolve('test/matrix/access-table.yaml'), 'utf8'), {
  merge: true,
}) as AccessTable;

/** What a row says of every viewer; throws when it says nothing of one, or speaks of somebody unknown. */
export function expectations(name: string, row: Row): Record<ViewerName, Outcome> {
  const strangers = Object.keys(row).filter((who) => who !== 'else' && !VIEWERS.includes(who as ViewerName));
  if (strangers.length > 0) throw new Error(`${name}: nobody is called ${strangers.join(', ')}`);
  const entries = VIEWERS.map((viewer) => [viewer, row[viewer] ?? row['else']] as const);
  const open = entries.filter(([, outcome]) => outcome === undefined).map(([viewer]) => viewer);
  if (open.length > 0) throw new Error(`${name}: says nothing of ${open.join(', ')}`);
  return Object.fromEntries(entries) as Record<ViewerName, Outcome>;
}

/** Where what happened is not what a row says: `viewer: what it says, but what happened`. */
export function departures(name: string, row: Row, happened: Partial<Record<ViewerName, Outcome>>): string[] {
  const expected = expectations(name, row);
  return VIEWERS.filter((viewer) => happened[viewer] !== expected[viewer]).map(
    (viewer) => `${viewer}: ${expected[viewer]}, but ${happened[viewer] ?? 'not tried'}`,
  );
}
