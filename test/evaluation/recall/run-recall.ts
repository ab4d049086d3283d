import type { EngineName } from '@app/search';
import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import { searchBox } from '../contest/contestants.js';
import { withEvalMarket } from '../contest/eval-market.js';
import { type RecallCase, recallTexts } from './recall-set.js';

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
