import { median } from './latency.js';

/** What one minute of a long run was like. */
export interface SoakMinute {
  /** Whole minutes since the run began. */
  readonly minute: number;
  readonly requests: number;
  /** Requests without the expected answer. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Memory held at its end, in megabytes. */
  readonly apiMb: number;
  readonly workerMb: number;
}

/** A figure before and after, and what share it became. */
interface Drift {
  readonly first: number;
  readonly last: number;
  readonly ratio: number;
}

/** What a long run came to: the first third after the warm-up beside the last third, by their medians. */
export interface SoakVerdict {
  readonly warmUpMinutes: number;
  readonly apiMb: Drift;
  readonly workerMb: Drift;
  readonly p99Ms: Drift;
}

/** Caches fill and code is compiled meanwhile; a sixth of the run, at most ten minutes. */
const LONGEST_WARM_UP = 10;

/**
 * Whether memory and latency moved while the load stayed the same.
 * @throws when the run is too short to tell
 */
export function judge(minutes: readonly SoakMinute[]): SoakVerdict {
  const warmUpMinutes = Math.min(LONGEST_WARM_UP, Math.floor(minutes.length / 6));
  const warm = minutes.slice(warmUpMinutes);
  const third = Math.floor(warm.length / 3);
  if (third === 0) throw new Error('A run of fewer than three minutes does not tell whether anything moves.');
  const drift = (figure: (minute: SoakMinute) => number): Drift => {
    const first = median(warm.slice(0, third).map(figure));
    const last = median(warm.slice(-third).map(figure));
    return { first, last, ratio: Math.round((last / first) * 100) / 100 };
  };
  return {
    warmUpMinutes,
    apiMb: drift(({ apiMb }) => apiMb),
    workerMb: drift(({ workerMb }) => workerMb),
    p99Ms: drift(({ p99Ms }) => p99Ms),
  };
}
