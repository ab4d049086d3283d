/** Callers that are remembered at most; beyond that the longest unheard of are forgotten, whose buckets are full again. */
const REMEMBERED = 50_000;
const MINUTE_MS = 60_000;
/** Filling by fractions may miss a whole number by this much. */
const ROUNDING = 1e-6;

interface Bucket {
  /** Cost that may still be spent. */
  left: number;
  /** When {@link left} was right, in milliseconds. */
  at: number;
}

/**
 * What each caller may still spend: a bucket holds a minute's allowance and fills evenly. Kept in the memory of one
 * process: with several API processes a caller has a bucket in each, and a restart fills them.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly remembered = REMEMBERED) {}

  /**
   * Spends cost of a caller's allowance of so much a minute; gives 0, or the seconds after which there is enough. What
   * costs more than a whole minute's allowance is let through by a full bucket and leaves it in debt.
   */
  spend(caller: string, cost: number, perMinute: number, now: number): number {
    const left = this.leftOf(caller, perMinute, now);
    const wanted = Math.min(cost, perMinute);
    if (left + ROUNDING < wanted) {
      this.keep(caller, { left, at: now });
      return Math.max(1, Math.ceil(((wanted - left) / perMinute) * 60));
    }
    this.keep(caller, { left: left - cost, at: now });
    return 0;
  }

  /** Takes cost from a caller's allowance even when that leaves a debt; a debt is at most a minute's allowance. */
  owe(caller: string, cost: number, perMinute: number, now: number): void {
    const left = this.leftOf(caller, perMinute, now) - cost;
    this.keep(caller, { left: Math.max(left, -perMinute), at: now });
  }

  private leftOf(caller: string, perMinute: number, now: number): number {
    const bucket = this.buckets.get(caller);
    if (!bucket) return perMinute;
    const filled = bucket.left + ((now - bucket.at) * perMinute) / MINUTE_MS;
    return Math.min(perMinute, filled);
  }

  /** Keeps a bucket as the one heard of last. */
  private keep(caller: string, bucket: Bucket): void {
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    if (this.buckets.size <= this.remembered) return;
    const [longestUnheard] = this.buckets.keys();
    if (longestUnheard !== undefined) this.buckets.delete(longestUnheard);
  }
}
