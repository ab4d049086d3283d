/** Pseudo-random numbers, the same for a seed (xorshift, Marsaglia 2003). */
export class RandomSource {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) | 1;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) % limit;
  }

  /** A number from 0 to below 1. */
  unit(): number {
    return this.below(0x40000000) / 0x40000000;
  }

  /** Puts a list into random order, in place. */
  shuffle(list: Int32Array | number[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = list[i] ?? 0;
      list[i] = list[j] ?? 0;
      list[j] = kept;
    }
  }
}
