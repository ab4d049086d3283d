import type { EngineName } from '@app/search';
import { join } from 'node:path';
import { ProgressLine } from '../../apps/cli/src/output.js';
import { searchBox } from './contestants.js';
import { withEvalMarket } from './eval-market.js';
import { readTable } from './judged-set.js';

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
type RecallKind = (typeof RECALL_KINDS)[number];

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

/** A case that did not hold. */
export interface RecallFailure {
  readonly recallCase: RecallCase;
  readonly missing: readonly string[];
  readonly wronglyFound: readonly string[];
}

/** What became of the cases. */
export interface RecallOutcome {
  readonly engine: EngineName;
  readonly cases: number;
  readonly failures: readonly RecallFailure[];
}

/** What a first page lacks or has too much; null when the case holds. */
export function failureOf(recallCase: RecallCase, page: readonly string[]): RecallFailure | null {
  const missing = recallCase.finds.filter((text) => !page.includes(text));
  const wronglyFound = recallCase.findsNot.filter((text) => page.includes(text));
  return missing.length + wronglyFound.length === 0 ? null : { recallCase, missing, wronglyFound };
}

/** Asks the search box every case, among the listings of all cases. */
export async function runRecall(engine: EngineName, cases: readonly RecallCase[]): Promise<RecallOutcome> {
  const documents = recallTexts(cases).map((text) => ({ id: text, text, title: text, description: '' }));
  return withEvalMarket({ engine, vectors: false }, documents, async (market) => {
    const ask = searchBox(market);
    const progress = new ProgressLine('recall');
    const failures: RecallFailure[] = [];
    for (const [i, recallCase] of cases.entries()) {
      const failure = failureOf(recallCase, await ask(recallCase.query));
      if (failure) failures.push(failure);
      progress.show(`${i + 1} of ${cases.length} cases`);
    }
    progress.end();
    return { engine, cases: cases.length, failures };
  });
}
