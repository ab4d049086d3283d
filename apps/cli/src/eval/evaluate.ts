import { Regions } from '@app/taxonomy';
import type { Collection, EvalTask } from './contest/collection.js';
import { baselines, ourContestant } from './contest/contestants.js';
import { withEvalMarket } from './contest/eval-market.js';
import { readCollection } from './contest/external-collection.js';
import { type ContestOutcome, runContest } from './contest/run-contest.js';
import { ENGINES, type EvalOptions } from './eval-options.js';
import { judgedCollection, judgedSetFolder, readJudgedSet } from './judged/judged-set.js';
import { readRecallSet } from './recall/recall-set.js';
import { type RecallOutcome, runRecall } from './recall/run-recall.js';

/** What an evaluation measured. */
export interface Evaluation {
  readonly task: EvalTask;
  readonly collection: Collection;
  readonly contests: readonly ContestOutcome[];
  /** Only with the project's own sets. */
  readonly recall?: RecallOutcome;
}

/** Measures the project's own sets, or a collection from files. */
export async function evaluate(options: EvalOptions): Promise<Evaluation> {
  const task = options.task ?? 'match';
  const { corpus, queries, qrels } = options;
  if (corpus && queries && qrels) {
    const collection = await readCollection({ corpus, queries, qrels });
    return { task, collection, contests: await contests(collection, task, options.engine) };
  }
  if (corpus || queries || qrels) throw new Error('--corpus, --queries and --qrels belong together.');
  const folder = judgedSetFolder();
  const regions = Regions.load();
  const collection = judgedCollection(readJudgedSet(folder), options.half ?? 'report', (place) =>
    regions.find(place),
  );
  const cases = readRecallSet(folder);
  const outcomes = await contests(collection, task, options.engine);
  return { task, collection, contests: outcomes, recall: await runRecall(cases) };
}

/** The needs that one wants judged, in the order of the file, with what everybody lists for them. */
export async function poolOf(options: EvalOptions): Promise<Evaluation> {
  const regions = Regions.load();
  const judged = judgedCollection(readJudgedSet(judgedSetFolder()), options.half ?? 'report', (place) =>
    regions.find(place),
  );
  return {
    task: 'match',
    collection: judged,
    contests: await contests(judged, 'match', options.engine, true),
  };
}

async function contests(
  collection: Collection,
  task: EvalTask,
  engine?: string,
  unjudgedToo = false,
): Promise<ContestOutcome[]> {
  return withEvalMarket(collection.documents, async (market) => {
    const others = await baselines(task, market, collection.documents);
    const outcomes: ContestOutcome[] = [];
    for (const name of ENGINES.filter((known) => !engine || known === engine)) {
      const ours = ourContestant(task, market, name);
      outcomes.push(await runContest(collection.queries, ours, others, unjudgedToo));
    }
    return outcomes;
  });
}
