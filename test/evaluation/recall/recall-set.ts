import { join } from 'node:path';
import { readTable } from '../tab-separated.js';

/** What a recall case is about. */
export const RECALL_KINDS = [
  'TAIL',
  'TRADITIONAL',
  'HOMOPHONE',
  'SYNONYM',
  'ABBREVIATION',
  'UNIT',
  'MODEL',
  'COMPOUND',
] as const;
export type RecallKind = (typeof RECALL_KINDS)[number];

/** What the search box must and must not list on its first page. */
export interface RecallCase {
  readonly kind: RecallKind;
  readonly query: string;
  readonly finds: readonly string[];
  readonly findsNot: readonly string[];
}

/** Reads the cases of a folder; throws with the line that asks for nothing or contradicts itself. */
export function readRecallSet(folder: string): RecallCase[] {
  const lines = readTable(join(folder, 'recall', 'cases.tsv'), ['kind', 'query', 'finds', 'findsNot']);
  return lines.map(({ place, values }) => {
    const kind = RECALL_KINDS.find((known) => known === values['kind']);
    if (!kind) throw new Error(`${place}: there is no kind ${values['kind'] ?? ''}.`);
    const [finds, findsNot] = [textsOf(values['finds']), textsOf(values['findsNot'])];
    const { query = '' } = values;
    if (query.trim() === '' || finds.length === 0)
      throw new Error(`${place}: a case has a query and a text to find.`);
    if (finds.some((text) => findsNot.includes(text)))
      throw new Error(`${place}: the same text is to be found and not to be found.`);
    return { kind, query, finds, findsNot };
  });
}

function textsOf(cell = ''): string[] {
  return cell
    .split(' ; ')
    .map((text) => text.trim())
    .filter(Boolean);
}

/** Every text of the cases, once: together they are the listings among which each case has to hold. */
export function recallTexts(cases: readonly RecallCase[]): string[] {
  return [...new Set(cases.flatMap(({ finds, findsNot }) => [...finds, ...findsNot]))];
}
