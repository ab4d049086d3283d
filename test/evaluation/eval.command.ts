import { readSettings } from '@app/kernel';
import type { EngineName } from '@app/search';
import { Regions } from '@app/taxonomy';
import { Command, CommandRunner, Option } from 'nest-commander';
import { resolve } from 'node:path';
import { ENGINE_OPTION, engineNamed } from '../../apps/cli/src/platform/with-platform.js';
import { type Collection, type EvalQuery, type EvalTask, readCollection } from './collection.js';
import { meilisearchAsItComes, ourContestant, plainBaselines, withoutReading } from './contestants.js';
import { withEvalMarket } from './eval-market.js';
import {
  type Answers,
  answersOf,
  contestOf,
  type ContestOutcome,
  type EngineRun,
  queriesThatCount,
} from './contest.js';
import { type Half, judgedCollection, judgedSetFolder, readJudgedSet } from './judged-set.js';
import { measurePhrases } from './phrase-coverage.js';
import { readRecallSet, type RecallOutcome, runRecall } from './recall-cases.js';
import { jsonOf, printEvaluation, printPool } from './report.js';

/** How the evaluation is asked for. */
interface EvalOptions {
  readonly half?: Half;
  /** Only this engine; without, every one that can be reached. */
  readonly engine?: EngineName;
  readonly task?: EvalTask;
  readonly corpus?: string;
  readonly queries?: string;
  readonly qrels?: string;
  /** Trade phrases with counts: the coverage of the vocabulary instead of rankings. */
  readonly phrases?: string;
  /** Lists the pooled pairs that nobody has judged. */
  readonly pool?: boolean;
  /** Shows every query with its first ten. */
  readonly details?: boolean;
  /** What matching has to do without, to see what it is worth. */
  readonly without?: 'vectors';
  readonly json?: boolean;
}

/** What an evaluation measured. */
export interface Evaluation {
  readonly task: EvalTask;
  readonly collection: Collection;
  readonly contest: ContestOutcome;
  /** Per engine; none for a collection that is not the project's own. */
  readonly recall: readonly RecallOutcome[];
}

/** Measures the project's own sets, or a collection from files. */
async function evaluate(options: EvalOptions): Promise<Evaluation> {
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
async function poolOf(options: EvalOptions): Promise<Evaluation> {
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

/** `eval`: how good matching and search are, on the judged and the recall set or on any collection. */
@Command({
  name: 'eval',
  description:
    'Quality of matching and search on judged collections, beside plain baselines in the same run.',
})
export class EvalCommand extends CommandRunner {
  override async run(_arguments: string[], options: EvalOptions): Promise<void> {
    if (options.phrases) return measurePhrases(options.phrases, options.json ?? false);
    if (options.pool) return printPool(await poolOf(options));
    const evaluation = await evaluate(options);
    printEvaluation(evaluation, options.details ?? false);
    if (options.json) console.log(JSON.stringify(jsonOf(evaluation)));
  }

  @Option({ flags: '--half <tune|report>', description: 'Which half of the judged set (report).' })
  parseHalf(value: string): EvalOptions['half'] {
    if (value !== 'tune' && value !== 'report') throw new Error('--half takes tune or report.');
    return value;
  }

  @Option({ flags: '--engine <name>', description: `Only this one: ${ENGINE_OPTION}` })
  parseEngine(value: string): EvalOptions['engine'] {
    return engineNamed(value);
  }

  @Option({
    flags: '--task <search|match>',
    description: 'Ask the search box, or post as a need (match).',
  })
  parseTask(value: string): EvalOptions['task'] {
    if (value !== 'search' && value !== 'match') throw new Error('--task takes search or match.');
    return value;
  }

  @Option({ flags: '--corpus <file>', description: 'JSON lines {id, text}: each becomes a capability.' })
  parseCorpus(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--queries <file>', description: 'JSON lines {id, text}: what is asked for.' })
  parseQueries(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--qrels <file>', description: 'Tab-separated query, document and grade.' })
  parseQrels(value: string): string {
    return fromHere(value);
  }

  @Option({
    flags: '--phrases <file>',
    description: 'Tab-separated phrase and count: how much of it the vocabulary knows.',
  })
  parsePhrases(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--pool', description: 'List the pooled pairs of the judged set that have no grade.' })
  parsePool(): boolean {
    return true;
  }

  @Option({ flags: '--details', description: 'Show every query with its first ten.' })
  parseDetails(): boolean {
    return true;
  }

  @Option({ flags: '--without <vectors>', description: 'Measures without word vectors, to see their worth.' })
  parseWithout(value: string): EvalOptions['without'] {
    if (value !== 'vectors') throw new Error('--without takes vectors.');
    return value;
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}

/** A path as the caller of npm meant it: relative to the folder in which npm was called. */
function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
