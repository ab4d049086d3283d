import { PairCounts } from './pair-counts.js';

/** Words that stand so far apart are still neighbours. */
const WINDOW = 5;
/** Words that occur more seldom are left to their characters. */
const LEAST_COUNT = 4;
const LONGEST_WORD = 12;
const MOST_WORDS = 40_000;
/** Share of all words above which a word is thinned out (Mikolov et al. 2013). */
const FREQUENT = 1e-3;

/** The words that get a vector, and how often which stands near which. */
export interface Cooccurrence {
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
