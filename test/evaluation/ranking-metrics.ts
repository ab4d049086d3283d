import { random } from '../benchmarks/bench-documents.js';

/** Grades of the documents that somebody judged for one query, by document: 0 (no) to 3 (exactly). */
export type Grades = ReadonlyMap<string, number>;

/** A document of at least this grade is relevant. */
const RELEVANT = 1;

/** How one ranking answers one query; each between 0 and 1. */
export interface RankingMetrics {
  readonly recallAt20: number;
  readonly mrrAt10: number;
  readonly ndcgAt10: number;
}

function isRelevant(grades: Grades, id: string): boolean {
  return (grades.get(id) ?? 0) >= RELEVANT;
}

/** Whether any judged document is relevant: a query without one measures nothing. */
export function hasRelevant(grades: Grades): boolean {
  return [...grades.keys()].some((id) => isRelevant(grades, id));
}

/** The share of all relevant documents that stand among the first `depth`; 0 when there are none. */
export function recallAt(depth: number, ranking: readonly string[], grades: Grades): number {
  const relevant = [...grades.keys()].filter((id) => isRelevant(grades, id)).length;
  if (relevant === 0) return 0;
  return new Set(ranking.slice(0, depth).filter((id) => isRelevant(grades, id))).size / relevant;
}

/** One divided by the place of the first relevant document; 0 when none is among the first `depth`. */
export function reciprocalRankAt(depth: number, ranking: readonly string[], grades: Grades): number {
  const place = ranking.slice(0, depth).findIndex((id) => isRelevant(grades, id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Gain 2^grade − 1, discounted by the logarithm of the place. */
function discountedGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002, exponential gain) of the first `depth` places;
 * the ideal is the best order of all judged documents. A document that nobody judged gains nothing.
 */
export function ndcgAt(depth: number, ranking: readonly string[], grades: Grades): number {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const best = discountedGain(ideal);
  if (best === 0) return 0;
  return discountedGain(ranking.slice(0, depth).map((id) => grades.get(id) ?? 0)) / best;
}

/** All metrics of one ranking. */
export function measureRanking(ranking: readonly string[], grades: Grades): RankingMetrics {
  return {
    recallAt20: recallAt(20, ranking, grades),
    mrrAt10: reciprocalRankAt(10, ranking, grades),
    ndcgAt10: ndcgAt(10, ranking, grades),
  };
}

/** The mean of each metric over queries. */
export function meanMetrics(all: readonly RankingMetrics[]): RankingMetrics {
  const mean = (of: (metrics: RankingMetrics) => number) =>
    all.reduce((sum, metrics) => sum + of(metrics), 0) / Math.max(1, all.length);
  return {
    recallAt20: mean((m) => m.recallAt20),
    mrrAt10: mean((m) => m.mrrAt10),
    ndcgAt10: mean((m) => m.ndcgAt10),
  };
}

/** How much of the way from the best baseline to perfection was gone, with its 95% bootstrap interval. */
export interface GapClosed {
  readonly gapClosed: number;
  readonly gapClosedLow: number;
  readonly gapClosedHigh: number;
}

const RESAMPLES = 5000;
const SEED = 20260601;

function mean(values: readonly number[], sample: readonly number[]): number {
  return sample.reduce((sum, i) => sum + (values[i] ?? 0), 0) / sample.length;
}

/** (ours − baseline) ÷ (1 − baseline); a baseline that is perfect leaves no gap, and equalling it closes none. */
function share(ours: number, baseline: number): number {
  return baseline >= 1 ? Math.min(0, ours - baseline) : (ours - baseline) / (1 - baseline);
}

/**
 * The gap closed over paired values of one metric, query by query. The interval is the percentile bootstrap over
 * queries (Efron 1979) with a fixed seed: the same values always give the same interval. NaN without queries.
 */
export function gapClosed(ours: readonly number[], baseline: readonly number[]): GapClosed {
  if (ours.length !== baseline.length) throw new Error('Both need a value for every query.');
  const n = ours.length;
  if (n === 0) return { gapClosed: Number.NaN, gapClosedLow: Number.NaN, gapClosedHigh: Number.NaN };
  const all = ours.map((_, i) => i);
  const next = random(SEED);
  const shares = Array.from({ length: RESAMPLES }, () => {
    const sample = all.map(() => Math.floor(next() * n));
    return share(mean(ours, sample), mean(baseline, sample));
  }).sort((a, b) => a - b);
  const at = (quantile: number) => shares[Math.round(quantile * (RESAMPLES - 1))] ?? Number.NaN;
  return {
    gapClosed: share(mean(ours, all), mean(baseline, all)),
    gapClosedLow: at(0.025),
    gapClosedHigh: at(0.975),
  };
}
