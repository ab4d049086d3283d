import { random } from '../../benchmarks/random.js';

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
