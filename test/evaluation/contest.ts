import { ProgressLine } from '../../apps/cli/src/output.js';
import type { Contestant, EvalQuery } from './collection.js';
import {
  gapClosed,
  type GapClosed,
  hasRelevant,
  meanMetrics,
  measureRanking,
  type RankingMetrics,
} from './ranking-metrics.js';

/** How one contestant answered every query. */
export interface Answers {
  readonly name: string;
  /** Per query, in the order of the queries. */
  readonly rankings: readonly (readonly string[])[];
  readonly metrics: readonly RankingMetrics[];
  readonly mean: RankingMetrics;
}

/** An engine with how far it gets from the best baseline towards perfection, on nDCG@10. */
export interface EngineAnswers extends Answers {
  readonly gap: GapClosed;
  /** The same engine asked for the raw text, and how far reading the need gets from there; only for matching. */
  readonly unread?: Answers & { readonly gap: GapClosed };
}

/** What an engine answered, with and without reading the need. */
export interface EngineRun {
  readonly answers: Answers;
  readonly unread?: Answers | undefined;
}

/** The queries that count, and how everybody answered them. */
export interface ContestOutcome {
  readonly queries: readonly EvalQuery[];
  /** Queries left out because no document is relevant for them. */
  readonly leftOut: number;
  readonly engines: readonly EngineAnswers[];
  readonly baselines: readonly Answers[];
  /** The baseline whose mean nDCG@10 is the highest. */
  readonly bestBaseline: Answers;
}

/** The queries that have a relevant document; throws when there is none. */
export function queriesThatCount(asked: readonly EvalQuery[]): EvalQuery[] {
  const queries = asked.filter(({ grades }) => hasRelevant(grades));
  if (queries.length === 0) throw new Error('No query has a relevant document: nothing was measured.');
  return queries;
}

/** Lets a contestant answer every query, one after the other. */
export async function answersOf(contestant: Contestant, queries: readonly EvalQuery[]): Promise<Answers> {
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

const ndcg = ({ metrics }: Answers) => metrics.map((m) => m.ndcgAt10);

/** Sets every engine beside the best baseline. */
export function contestOf(
  { asked, queries }: { asked: readonly EvalQuery[]; queries: readonly EvalQuery[] },
  engines: readonly EngineRun[],
  baselines: readonly Answers[],
): ContestOutcome {
  const [bestBaseline] = [...baselines].sort((a, b) => b.mean.ndcgAt10 - a.mean.ndcgAt10);
  if (!bestBaseline) throw new Error('There is no baseline to compare with.');
  return {
    queries,
    leftOut: asked.length - queries.length,
    engines: engines.map(({ answers, unread }) => ({
      ...answers,
      gap: gapClosed(ndcg(answers), ndcg(bestBaseline)),
      ...(unread ? { unread: { ...unread, gap: gapClosed(ndcg(answers), ndcg(unread)) } } : {}),
    })),
    baselines,
    bestBaseline,
  };
}
