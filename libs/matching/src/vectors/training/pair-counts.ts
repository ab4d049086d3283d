/** Share of full slots at which the table doubles. */
const FULL = 0.7;
const FIRST_SLOTS = 1 << 20;
const EMPTY = -1;

/**
 * Weights of pairs of word numbers, in open addressing over typed arrays: millions of pairs without an object each.
 * A pair is stored once, whichever of its words comes first.
 */
export class PairCounts {
  private keys = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  private weights = new Float32Array(FIRST_SLOTS);
  private used = 0;

  /** `words` is the number of words, so that two numbers below it make one key. */
  constructor(private readonly words: number) {}

  /** Number of different pairs. */
  get size(): number {
    return this.used;
  }

  /** Adds weight to a pair of different words. */
  add(a: number, b: number, weight: number): void {
    const key = Math.min(a, b) * this.words + Math.max(a, b);
    const slot = this.slotOf(key);
    if (this.keys[slot] === EMPTY) {
      this.keys[slot] = key;
      this.used++;
    }
    this.weights[slot] = this.weights[slot]! + weight;
    if (this.used > FULL * this.keys.length) this.grow();
  }

  /** Calls back for every pair, the smaller number first, in no particular order. */
  forEach(visit: (a: number, b: number, weight: number) => void): void {
    for (let slot = 0; slot < this.keys.length; slot++) {
      const key = this.keys[slot]!;
      if (key !== EMPTY) visit(Math.floor(key / this.words), key % this.words, this.weights[slot]!);
    }
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.keys[slot] !== EMPTY && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, weights } = this;
    this.keys = new Float64Array(keys.length * 2).fill(EMPTY);
    this.weights = new Float32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === EMPTY) continue;
      const slot = this.slotOf(keys[old]!);
      this.keys[slot] = keys[old]!;
      this.weights[slot] = weights[old]!;
    }
  }
}
