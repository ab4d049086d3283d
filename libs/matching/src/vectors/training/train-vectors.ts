import { cutWords, foldText } from '@app/kernel';
import { saidText } from '@app/need-reading';
import { PART_SIGN, type VectorRows } from '../word-vectors.js';
import { countCooccurrence, fixedRandom } from './cooccurrence.js';
import {
  diagonalise,
  multiply,
  orthonormalise,
  positiveMutualInformation,
  type SymmetricMatrix,
} from './linear-algebra.js';

const ROUNDS = 5;
/** Vectors beyond those wanted, which take up what converges slowly. */
const SPARE = 8;
/** Each direction counts by this power of its eigenvalue (Levy, Goldberg and Dagan 2015). */
const SPECTRUM_POWER = 0.5;

/**
 * The leading eigenvectors of a symmetric matrix, scaled by the root of their eigenvalues: shape size × dimensions, row
 * after row. Subspace iteration (Halko, Martinsson and Tropp 2011) with an orthonormal block and a Rayleigh–Ritz step.
 */
function leadingDirections(matrix: SymmetricMatrix, dimensions: number): Float32Array {
  const width = dimensions + SPARE;
  const random = fixedRandom(7);
  let block: Float32Array = Float32Array.from({ length: matrix.size * width }, () => random() - 0.5);
  orthonormalise(block, matrix.size, width);
  for (let round = 0; round < ROUNDS; round++) {
    block = multiply(matrix, block, width);
    orthonormalise(block, matrix.size, width);
  }
  const { values, vectors } = diagonalise(projection(block, multiply(matrix, block, width), width));
  const order = values
    .map((_, i) => i)
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!))
    .slice(0, dimensions);
  const scaled = order.map((of) => ({ of, scale: Math.abs(values[of]!) ** SPECTRUM_POWER }));
  const rows = new Float32Array(matrix.size * dimensions);
  for (let row = 0; row < matrix.size; row++) {
    scaled.forEach(({ of, scale }, i) => {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += block[row * width + a]! * vectors[a]![of]!;
      rows[row * dimensions + i] = sum * scale;
    });
  }
  return rows;
}

/** What the matrix does within the block: blockᵀ × product, made exactly symmetric. */
function projection(block: Float32Array, product: Float32Array, width: number): number[][] {
  const inner = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (let from = 0; from < block.length; from += width) {
    for (let a = 0; a < width; a++) {
      const line = inner[a]!;
      const value = block[from + a]!;
      for (let b = 0; b < width; b++) line[b] = line[b]! + value * product[from + b]!;
    }
  }
  return inner.map((line, a) => line.map((value, b) => (value + inner[b]![a]!) / 2));
}

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

/** Learns vectors from texts as suppliers wrote them; null where there is too little to learn from. */
export function learnVectors(texts: readonly string[]): VectorRows | null {
  return trainVectors(texts.map((text) => cutWords(foldText(saidText(text)))));
}
