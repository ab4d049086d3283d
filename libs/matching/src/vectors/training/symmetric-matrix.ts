import type { PairCounts } from './pair-counts.js';

/** Contexts are counted to this power, which takes weight from rare ones (Levy, Goldberg and Dagan 2015). */
const CONTEXT_POWER = 0.75;

/** A sparse symmetric matrix, row after row: `columns` and `values` from `starts[i]` to `starts[i + 1]` are row i. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

interface Entries {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/**
 * Positive pointwise mutual information of words that stand near each other: ln(p(a,b) ÷ (p(a) p(b))), with smoothed
 * contexts, of both directions the smaller, and nothing below 0.
 */
export function positiveMutualInformation(pairs: PairCounts, size: number): SymmetricMatrix {
  const sums = new Float64Array(size);
  pairs.forEach((a, b, weight) => {
    sums[a] = sums[a]! + weight;
    sums[b] = sums[b]! + weight;
  });
  const contexts = sums.map((sum) => sum ** CONTEXT_POWER);
  const all = contexts.reduce((total, context) => total + context, 0);
  const [rows, columns, values]: [number[], number[], number[]] = [[], [], []];
  pairs.forEach((a, b, weight) => {
    const towards = (weight * all) / (sums[a]! * contexts[b]!);
    const back = (weight * all) / (sums[b]! * contexts[a]!);
    const information = Math.log(Math.min(towards, back));
    if (information <= 0) return;
    rows.push(a);
    columns.push(b);
    values.push(information);
  });
  return symmetric({ rows, columns, values }, size);
}

function symmetric({ rows, columns, values }: Entries, size: number): SymmetricMatrix {
  const starts = new Int32Array(size + 1);
  for (const end of [rows, columns]) for (const row of end) starts[row + 1] = starts[row + 1]! + 1;
  for (let row = 0; row < size; row++) starts[row + 1] = starts[row + 1]! + starts[row]!;
  const next = starts.slice();
  const matrix = {
    size,
    starts,
    columns: new Int32Array(2 * rows.length),
    values: new Float32Array(2 * rows.length),
  };
  const put = (row: number, column: number, value: number) => {
    const at = next[row]!;
    matrix.columns[at] = column;
    matrix.values[at] = value;
    next[row] = at + 1;
  };
  rows.forEach((row, i) => {
    put(row, columns[i]!, values[i]!);
    put(columns[i]!, row, values[i]!);
  });
  return matrix;
}

/** The product of the matrix and a block of `width` vectors, stored row after row: shape size × width. */
export function multiply(matrix: SymmetricMatrix, block: Float32Array, width: number): Float32Array {
  const product = new Float32Array(matrix.size * width);
  for (let row = 0; row < matrix.size; row++) {
    const to = row * width;
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
      const value = matrix.values[at]!;
      const from = matrix.columns[at]! * width;
      for (let i = 0; i < width; i++) product[to + i] = product[to + i]! + value * block[from + i]!;
    }
  }
  return product;
}
