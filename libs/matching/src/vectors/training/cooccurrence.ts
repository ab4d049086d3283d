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

/** Words that stand so far apart are still neighbours. */
const WINDOW = 5;
/** Words that occur more seldom are left to their characters. */
const LEAST_COUNT = 4;
const LONGEST_WORD = 12;
const MOST_WORDS = 40_000;
/** Share of all words above which a word is thinned out (Mikolov et al. 2013). */
const FREQUENT = 1e-3;

/** The words that get a vector, and how often which stands near which. */
interface Cooccurrence {
  /** By number, the most frequent first. */
  readonly words: readonly string[];
  readonly counts: readonly number[];
  readonly pairs: PairCounts;
}

/** Numbers between 0 and 1, always the same ones: training twice on the same texts gives the same vectors. */
export function fixedRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function countWords(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Counts neighbours within five words, nearer ones more; very frequent words are thinned out beforehand. */
export function countCooccurrence(texts: readonly (readonly string[])[]): Cooccurrence {
  const counted = countWords(texts);
  const chosen = [...counted]
    .filter(([word, count]) => count >= LEAST_COUNT && word.length <= LONGEST_WORD)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS);
  const total = [...counted.values()].reduce((sum, count) => sum + count, 0);
  const numbers = new Map(chosen.map(([word], number) => [word, number]));
  const kept = chosen.map(([, count]) => Math.min(1, Math.sqrt((FREQUENT * total) / count)));
  const pairs = new PairCounts(chosen.length);
  const random = fixedRandom(20_260_601);
  for (const text of texts) {
    const line: number[] = [];
    for (const word of text) {
      const number = numbers.get(word);
      if (number !== undefined && (kept[number]! >= 1 || random() < kept[number]!)) line.push(number);
    }
    addNeighbours(line, pairs);
  }
  return { words: chosen.map(([word]) => word), counts: chosen.map(([, count]) => count), pairs };
}

function addNeighbours(line: readonly number[], pairs: PairCounts): void {
  for (let i = 0; i < line.length; i++) {
    for (let apart = 1; apart <= WINDOW && i + apart < line.length; apart++) {
      const [a, b] = [line[i]!, line[i + apart]!];
      if (a !== b) pairs.add(a, b, 1 / Math.sqrt(apart));
    }
  }
}
