import { PART_SIGN, type VectorRows } from '../vector-rows.js';
import { countCooccurrence } from './cooccurrence.js';
import { leadingDirections } from './subspace-iteration.js';
import { positiveMutualInformation } from './symmetric-matrix.js';

const DIMENSIONS = 64;
/** Fewer words than this many per dimension say nothing. */
const WORDS_PER_DIMENSION = 8;
/** A character has a row of its own only where it is part of so many words. */
const LEAST_WORDS_OF_CHARACTER = 2;
const HAN = /\p{Script=Han}/u;
const STRONGEST = 127;

/**
 * Learns word vectors from texts that are cut into words: positive mutual information of neighbours, reduced to its
 * leading directions; characters and pairs get the mean of the words that hold them. Null where there is too little to
 * learn from.
 */
export function trainVectors(texts: readonly (readonly string[])[]): VectorRows | null {
  const { words, counts, pairs } = countCooccurrence(texts);
  if (words.length < WORDS_PER_DIMENSION * DIMENSIONS) return null;
  const matrix = positiveMutualInformation(pairs, words.length);
  const rows = leadingDirections(matrix, DIMENSIONS);
  for (let from = 0; from < rows.length; from += DIMENSIONS) normalise(rows, from);
  const parts = partRows(words, counts, rows);
  const names = [...words, ...parts.keys()];
  const bytes = new Int8Array(names.length * DIMENSIONS);
  names.forEach((_, number) => {
    const of = number * DIMENSIONS;
    const row = parts.get(names[number]!) ?? rows.subarray(of, of + DIMENSIONS);
    const peak = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    row.forEach((value, i) => (bytes[of + i] = Math.round((STRONGEST * value) / peak)));
  });
  return { dimensions: DIMENSIONS, names, bytes };
}

function normalise(rows: Float32Array, from: number): void {
  let square = 0;
  for (let i = from; i < from + DIMENSIONS; i++) square += rows[i]! ** 2;
  const length = Math.sqrt(square) || 1;
  for (let i = from; i < from + DIMENSIONS; i++) rows[i] = rows[i]! / length;
}

/** The characters and pairs of neighbouring characters of a word that may stand for it. */
function partsOf(word: string): Set<string> {
  const characters = [...word];
  const parts = new Set(characters.filter((character) => HAN.test(character)));
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = characters[i]! + characters[i + 1]!;
    if (HAN.test(pair)) parts.add(pair);
  }
  return parts;
}

/** Rows for characters and pairs: the mean of the words that hold them, frequent ones counting more. */
function partRows(
  words: readonly string[],
  counts: readonly number[],
  rows: Float32Array,
): Map<string, Float32Array> {
  const known = new Set(words);
  const parts = new Map<string, { sum: Float32Array; words: number }>();
  words.forEach((word, number) => {
    const weight = Math.sqrt(counts[number]!);
    for (const part of partsOf(word)) {
      if (part.length > 1 && known.has(part)) continue;
      const name = PART_SIGN + part;
      const held = parts.get(name) ?? { sum: new Float32Array(DIMENSIONS), words: 0 };
      parts.set(name, held);
      held.words++;
      const from = number * DIMENSIONS;
      held.sum.forEach((value, i) => (held.sum[i] = value + weight * rows[from + i]!));
    }
  });
  return new Map(
    [...parts]
      .filter(([name, { words: in_ }]) => name.length > 2 || in_ >= LEAST_WORDS_OF_CHARACTER)
      .map(([name, { sum }]) => [name, sum]),
  );
}
