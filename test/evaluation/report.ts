import { table } from '../../apps/cli/src/output.js';
import type { Evaluation } from './eval.command.js';
import type { Answers, EngineAnswers } from './contest.js';
import type { GapClosed } from './ranking-metrics.js';
import { ungradedOf } from './judged-set.js';
import type { RecallFailure, RecallOutcome } from './recall-cases.js';

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
const figure = (value: number) => value.toFixed(3);

/** What the last line of the output says, for programs. */
export function jsonOf({ task, contest, recall }: Evaluation): object {
  const [first] = recall;
  return {
    task,
    engines: contest.engines.map((engine) => ({
      engine: engine.name,
      queries: contest.queries.length,
      ...metricsOf(engine),
      ...gapOf(engine.gap),
      ...(engine.unread
        ? { withoutReading: { ...metricsOf(engine.unread), ...gapOf(engine.unread.gap) } }
        : {}),
      ...countsOf(recall.find((outcome) => outcome.engine === engine.name)),
    })),
    baselines: contest.baselines.map((baseline) => ({ name: baseline.name, ...metricsOf(baseline) })),
    bestBaseline: contest.bestBaseline.name,
    ungraded: ungradedOf(contest).length,
    ...countsOf(first),
  };
}

function told({ gapClosed, gapClosedLow, gapClosedHigh }: GapClosed): string {
  return `${figure(gapClosed)} (95%: ${figure(gapClosedLow)} to ${figure(gapClosedHigh)})`;
}

function countsOf(outcome?: RecallOutcome): object {
  if (!outcome) return {};
  return { recallCases: outcome.cases, recallPassed: outcome.cases - outcome.failures.length };
}

function gapOf({ gapClosed, gapClosedLow, gapClosedHigh }: GapClosed) {
  return {
    gapClosed: rounded(gapClosed),
    gapClosedLow: rounded(gapClosedLow),
    gapClosedHigh: rounded(gapClosedHigh),
  };
}

function metricsOf({ mean }: Answers) {
  return {
    recallAt20: rounded(mean.recallAt20),
    mrrAt10: rounded(mean.mrrAt10),
    ndcgAt10: rounded(mean.ndcgAt10),
  };
}

/** Prints an evaluation for people. */
export function printEvaluation(evaluation: Evaluation, details: boolean): void {
  const { task, collection, contest, recall } = evaluation;
  const { queries, leftOut, engines, baselines, bestBaseline } = contest;
  console.log(
    `${task}: ${queries.length} queries (${leftOut} without a relevant document left out), ${collection.documents.length} documents`,
  );
  const row = ({ name, mean }: Answers) => [
    name,
    figure(mean.recallAt20),
    figure(mean.mrrAt10),
    figure(mean.ndcgAt10),
  ];
  const unread = engines.flatMap((engine) => engine.unread ?? []);
  const rows = [...engines, ...unread, ...baselines].map(row);
  console.log(table([['', 'recall@20', 'MRR@10', 'nDCG@10'], ...rows]));
  for (const { name, gap, unread } of engines) {
    console.log(`${name}: gap closed against ${bestBaseline.name}, on nDCG@10: ${told(gap)}`);
    if (unread)
      console.log(`${name}: what reading the need closes of the gap without it: ${told(unread.gap)}`);
  }
  console.log(`pooled pairs that nobody judged: ${ungradedOf(contest).length}\n`);
  if (details) for (const engine of engines) printDetails(evaluation, engine);
  for (const { engine, cases, failures } of recall) {
    console.log(`${engine}: recall cases: ${cases - failures.length} of ${cases}`);
    failures.forEach((failure) => console.log(failureLine(failure)));
  }
}

function failureLine({ recallCase: { kind, query }, missing, wronglyFound }: RecallFailure): string {
  const lacks = missing.length > 0 ? `  lacks ${missing.join(', ')}` : '';
  const wrong = wronglyFound.length > 0 ? `  wrongly lists ${wronglyFound.join(', ')}` : '';
  return `  ${kind} “${query}”${lacks}${wrong}`;
}

/** Every query with the first ten and what was missed, the worst against the best baseline first. */
function printDetails({ collection, contest }: Evaluation, engine: EngineAnswers): void {
  const titles = new Map(collection.documents.map(({ id, title }) => [id, title]));
  const rows = contest.queries.map((query, i) => ({
    query,
    ranking: engine.rankings[i] ?? [],
    ours: engine.metrics[i]?.ndcgAt10 ?? 0,
    theirs: contest.bestBaseline.metrics[i]?.ndcgAt10 ?? 0,
  }));
  rows.sort((a, b) => a.ours - a.theirs - (b.ours - b.theirs));
  for (const { query, ranking, ours, theirs } of rows) {
    console.log(
      `${query.id}  ${figure(ours)} (${contest.bestBaseline.name} ${figure(theirs)})  ${query.text}`,
    );
    const grade = (id: string) => query.grades.get(id) ?? '?';
    const line = (id: string) => `${grade(id)} ${id} ${titles.get(id) ?? ''}`;
    console.log(`   first: ${ranking.slice(0, 10).map(line).join(' | ')}`);
    const missed = [...query.grades].filter(([id, of]) => of >= 2 && !ranking.slice(0, 10).includes(id));
    if (missed.length > 0) console.log(`   missed: ${missed.map(([id]) => line(id)).join(' | ')}`);
  }
  console.log('');
}

/** Prints the pairs that are to be judged: need and listing in full, to be read. */
export function printPool({ collection, contest }: Evaluation): void {
  const documents = new Map(collection.documents.map((document) => [document.id, document]));
  let last = '';
  for (const { query, document } of ungradedOf(contest)) {
    if (query.id !== last) console.log(`\n# ${query.id}  ${query.text}`);
    last = query.id;
    const of = documents.get(document);
    console.log(`${document}\t${of?.organization ?? ''}\t${of?.title ?? ''}\t${of?.description ?? ''}`);
  }
}
