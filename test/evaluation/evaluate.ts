import { readSettings } from '@app/kernel';
import type { EngineName } from '@app/search';
import { Regions } from '@app/taxonomy';
import type { Collection, EvalQuery, EvalTask } from './contest/collection.js';
import {
  meilisearchAsItComes,
  ourContestant,
  plainBaselines,
  withoutReading,
} from './contest/contestants.js';
import { withEvalMarket } from './contest/eval-market.js';
import { readCollection } from './contest/external-collection.js';
import {
  type Answers,
  answersOf,
  contestOf,
  type ContestOutcome,
  type EngineRun,
  queriesThatCount,
} from './contest/run-contest.js';
import type { EvalOptions } from './eval-options.js';
import { judgedCollection, judgedSetFolder, readJudgedSet } from './judged/judged-set.js';
import { readRecallSet } from './recall/recall-set.js';
import { type RecallOutcome, runRecall } from './recall/run-recall.js';

/** What an evaluation measured. */
export interface Evaluation {
  readonly task: EvalTask;
  readonly collection: Collection;
  readonly contest: ContestOutcome;
  /** Per engine; none for a collection that is not the project's own. */
  readonly recall: readonly RecallOutcome[];
}

/** Measures the project's own sets, or a collection from files. */
export async function evaluate(options: EvalOptions): Promise<Evaluation> {
  const task = options.task ?? 'match';
  const engines = enginesFor(options.engine);
  const vectors = options.without !== 'vectors';
  const { corpus, queries, qrels } = options;
  if (corpus && queries && qrels) {
    const collection = await readCollection({ corpus, queries, qrels });
    return { task, collection, contest: await hold(collection, { task, engines, vectors }), recall: [] };
  }
  if (corpus || queries || qrels) throw new Error('--corpus, --queries and --qrels belong together.');
  const collection = ownCollection(options);
  const cases = readRecallSet(judgedSetFolder());
  const contest = await hold(collection, { task, engines, vectors });
  const recall: RecallOutcome[] = [];
  for (const engine of engines) recall.push(await runRecall(engine, cases));
  return { task, collection, contest, recall };
}

/** What everybody lists for the needs of a half, those included for which nothing is judged yet. */
export async function poolOf(options: EvalOptions): Promise<Evaluation> {
  const { task = 'match' } = options;
  const collection = ownCollection(options);
  const trial = { task, engines: enginesFor(options.engine), vectors: true };
  const contest = await hold(collection, trial, collection.queries);
  return { task, collection, contest, recall: [] };
}

function ownCollection({ half = 'report' }: EvalOptions): Collection {
  const regions = Regions.load();
  return judgedCollection(readJudgedSet(judgedSetFolder()), half, (place) => regions.find(place));
}

/** The engine asked for, or all that can be reached; what is left out is said, never silent. */
function enginesFor(asked?: EngineName): EngineName[] {
  if (asked) return [asked];
  if (readSettings().MEILI_URL) return ['embedded', 'meilisearch'];
  console.error('meilisearch: left out, since MEILI_URL is not set');
  return ['embedded'];
}

/** How a collection is put to the test. */
interface Trial {
  readonly task: EvalTask;
  readonly engines: readonly EngineName[];
  /** Whether matching may use word vectors. */
  readonly vectors: boolean;
}

async function hold(
  collection: Collection,
  { task, engines, vectors }: Trial,
  queries: readonly EvalQuery[] = queriesThatCount(collection.queries),
): Promise<ContestOutcome> {
  const ours: EngineRun[] = [];
  const baselines: Answers[] = [];
  for (const engine of engines) {
    await withEvalMarket({ engine, vectors }, collection.documents, async (market) => {
      const answers = await answersOf(ourContestant(task, market), queries);
      // For the search box it would be the search box itself.
      const unread = task === 'match' ? await answersOf(withoutReading(market), queries) : undefined;
      ours.push({ answers, unread });
      if (engine === 'meilisearch') baselines.push(await asItComes(collection, queries));
      if (engine !== engines[0]) return;
      for (const plain of await plainBaselines(market, collection.documents))
        baselines.push(await answersOf(plain, queries));
    });
  }
  return contestOf({ asked: collection.queries, queries }, ours, baselines);
}

async function asItComes({ documents }: Collection, queries: readonly EvalQuery[]): Promise<Answers> {
  const server = await meilisearchAsItComes(documents);
  return answersOf(server, queries).finally(() => server.drop());
}
