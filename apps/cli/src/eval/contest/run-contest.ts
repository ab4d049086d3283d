import { ProgressLine } from '../../output/progress-line.js';
import { gapClosed, type GapClosed } from '../metrics/gap-closed.js';
import { hasRelevant, meanMetrics, measureRanking, type RankingMetrics } from '../metrics/ranking-metrics.js';
import type { EvalQuery } from './collection.js';
import type { Contestant } from './contestant.js';

/** How one contestant answered every query. */
export interface Answers {
  readonly name: string;
  /** Per query, in the order of the queries. */
  readonly rankings: readonly (readonly string[])[];
  readonly metrics: readonly RankingMetrics[];
  readonly mean: RankingMetrics;
}

/** The queries that count, and how everybody answered them. */
export interface ContestOutcome {
  readonly queries: readonly EvalQuery[];
  /** Queries left out because no document is relevant for them. */
  readonly leftOut: number;
  readonly engine: Answers;
  readonly baselines: readonly Answers[];
  /** On nDCG@10, against the baseline whose mean nDCG@10 is the highest. */
  readonly gap: GapClosed;
  readonly bestBaseline: string;
}

/**
 * Lets the engine and every baseline answer every query that has a relevant document; for pooling, those that have
 * none yet as well.
 */
export async function runContest(
  asked: readonly EvalQuery[],
  engine: Contestant,
  baselines: readonly Contestant[],
  unjudgedToo = false,
): Promise<ContestOutcome> {
  const queries = asked.filter(({ grades }) => unjudgedToo || hasRelevant(grades));
  if (queries.length === 0) throw new Error('No query has a relevant document: nothing was measured.');
  const answers = await answersOf(engine, queries);
  const others: Answers[] = [];
  for (const baseline of baselines) others.push(await answersOf(baseline, queries));
  const best = [...others].sort((a, b) => b.mean.ndcgAt10 - a.mean.ndcgAt10)[0];
  if (!best) throw new Error('There is no baseline to compare with.');
  const ndcg = ({ metrics }: Answers) => metrics.map((m) => m.ndcgAt10);
  return {
    queries,
    leftOut: asked.length - queries.length,
    engine: answers,
    baselines: others,
    gap: gapClosed(ndcg(answers), ndcg(best)),
    bestBaseline: best.name,
  };
}

async function answersOf(contestant: Contestant, queries: readonly EvalQuery[]): Promise<Answers> {
  const progress = new ProgressLine(contestant.name);
  const rankings: (readonly string[])[] = [];
  for (const [i, { text }] of queries.entries()) {
    rankings.push(await contestant.rank(text));
    progress.show(`${i + 1} of ${queries.length} queries`);
  }
  progress.end();
  const metrics = queries.map(({ grades }, i) => measureRanking(rankings[i] ?? [], grades));
  return { name: contestant.name, rankings, metrics, mean: meanMetrics(metrics) };
}
