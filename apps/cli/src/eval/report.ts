import { table } from '../output/table.js';
import type { Evaluation } from './evaluate.js';
import type { Answers, ContestOutcome } from './contest/run-contest.js';
import { ungradedOf } from './judged/pool.js';
import type { RecallFailure } from './recall/run-recall.js';

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
const figure = (value: number) => value.toFixed(3);

/** What the last line of the output says, for programs. */
export function jsonOf({ task, contests, recall }: Evaluation): object {
  return {
    task,
    engines: contests.map(({ engine, queries, gap, bestBaseline }) => ({
      engine: engine.name,
      queries: queries.length,
      ...metricsOf(engine),
      gapClosed: rounded(gap.gapClosed),
      gapClosedLow: rounded(gap.gapClosedLow),
      gapClosedHigh: rounded(gap.gapClosedHigh),
      bestBaseline,
    })),
    baselines: (contests[0]?.baselines ?? []).map((baseline) => ({
      name: baseline.name,
      ...metricsOf(baseline),
    })),
    ungraded: contests.reduce((sum, contest) => sum + ungradedOf(contest).length, 0),
    ...(recall ? { recallCases: recall.cases, recallPassed: recall.cases - recall.failures.length } : {}),
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
  const { task, collection, contests, recall } = evaluation;
  for (const contest of contests) {
    const { queries, leftOut, gap, bestBaseline } = contest;
    console.log(
      `${task}: ${queries.length} queries (${leftOut} without a relevant document left out), ${collection.documents.length} documents`,
    );
    console.log(
      table([
        ['', 'recall@20', 'MRR@10', 'nDCG@10'],
        ...[contest.engine, ...contest.baselines].map(({ name, mean }) => [
          name,
          figure(mean.recallAt20),
          figure(mean.mrrAt10),
          figure(mean.ndcgAt10),
        ]),
      ]),
    );
    console.log(
      `gap closed against ${bestBaseline}, on nDCG@10: ${figure(gap.gapClosed)} (95%: ${figure(gap.gapClosedLow)} to ${figure(gap.gapClosedHigh)})`,
    );
    console.log(`pooled pairs that nobody judged: ${ungradedOf(contest).length}\n`);
    if (details) printDetails(evaluation, contest);
  }
  if (recall) {
    console.log(`recall cases: ${recall.cases - recall.failures.length} of ${recall.cases}`);
    recall.failures.forEach((failure) => console.log(failureLine(failure)));
  }
}

function failureLine({ recallCase: { kind, query }, missing, wronglyFound }: RecallFailure): string {
  const lacks = missing.length > 0 ? `  lacks ${missing.join(', ')}` : '';
  const wrong = wronglyFound.length > 0 ? `  wrongly lists ${wronglyFound.join(', ')}` : '';
  return `  ${kind} “${query}”${lacks}${wrong}`;
}

/** Every query with the first ten and what was missed, the worst against the best baseline first. */
function printDetails({ collection }: Evaluation, contest: ContestOutcome): void {
  const titles = new Map(collection.documents.map(({ id, title }) => [id, title]));
  const best = contest.baselines.find(({ name }) => name === contest.bestBaseline);
  const rows = contest.queries.map((query, i) => ({
    query,
    ranking: contest.engine.rankings[i] ?? [],
    ours: contest.engine.metrics[i]?.ndcgAt10 ?? 0,
    theirs: best?.metrics[i]?.ndcgAt10 ?? 0,
  }));
  rows.sort((a, b) => a.ours - a.theirs - (b.ours - b.theirs));
  for (const { query, ranking, ours, theirs } of rows) {
    console.log(`${query.id}  ${figure(ours)} (${contest.bestBaseline} ${figure(theirs)})  ${query.text}`);
    const grade = (id: string) => query.grades.get(id) ?? '?';
    const line = (id: string) => `${grade(id)} ${id} ${titles.get(id) ?? ''}`;
    console.log(`   first: ${ranking.slice(0, 10).map(line).join(' | ')}`);
    const missed = [...query.grades].filter(([id, of]) => of >= 2 && !ranking.slice(0, 10).includes(id));
    if (missed.length > 0) console.log(`   missed: ${missed.map(([id]) => line(id)).join(' | ')}`);
  }
  console.log('');
}

/** Prints the pairs that are to be judged: need and listing in full, to be read. */
export function printPool({ collection, contests }: Evaluation): void {
  const documents = new Map(collection.documents.map((document) => [document.id, document]));
  let last = '';
  for (const { query, document } of contests.flatMap(ungradedOf)) {
    if (query.id !== last) console.log(`\n# ${query.id}  ${query.text}`);
    last = query.id;
    const of = documents.get(document);
    console.log(`${document}\t${of?.organization ?? ''}\t${of?.title ?? ''}\t${of?.description ?? ''}`);
  }
}
