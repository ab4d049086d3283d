import type { PairCounts } from './cooccurrence.js';

const SMALLEST = 1e-20;
/** Keeps a nearly dependent block from breaking the decomposition. */
const DAMPING = 1e-7;
const SWEEPS = 12;
const NEGLIGIBLE = 1e-9;

/** Makes the `width` columns of a block (shape rows × width) orthonormal in place: Cholesky QR, twice for exactness. */
export function orthonormalise(block: Float32Array, rows: number, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const lower = cholesky(gram(block, rows, width), width);
    for (let row = 0; row < rows; row++) {
      const from = row * width;
      for (let a = 0; a < width; a++) {
        let value = block[from + a]!;
        for (let b = 0; b < a; b++) value -= lower[a * width + b]! * block[from + b]!;
        block[from + a] = value / lower[a * width + a]!;
      }
    }
  }
}

/** The products of all columns with each other; only the upper half is filled. */
function gram(block: Float32Array, rows: number, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let from = 0; from < rows * width; from += width) {
    for (let a = 0; a < width; a++) {
      const value = block[from + a]!;
      for (let b = a; b < width; b++) {
        const at = a * width + b;
        products[at] = products[at]! + value * block[from + b]!;
      }
    }
  }
  for (let a = 0; a < width; a++) products[a * width + a] = products[a * width + a]! * (1 + DAMPING);
  return products;
}

/** The lower triangle L with L Lᵀ = the symmetric matrix whose upper half is given. */
function cholesky(upper: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let value = upper[b * width + a]!;
      for (let i = 0; i < b; i++) value -= lower[a * width + i]! * lower[b * width + i]!;
      lower[a * width + b] = a === b ? Math.sqrt(Math.max(value, SMALLEST)) : value / lower[b * width + b]!;
    }
  }
  return lower;
}

/** Eigenvalues and eigenvectors. */
interface Eigen {
  readonly values: readonly number[];
  /** `vectors[row][i]` belongs to `values[i]`. */
  readonly vectors: readonly (readonly number[])[];
}

/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi rotations. */
export function diagonalise(symmetric: readonly (readonly number[])[]): Eigen {
  const matrix = symmetric.map((line) => [...line]);
  const vectors = matrix.map((line, i) => line.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < matrix.length; p++)
      for (let q = p + 1; q < matrix.length; q++)
        if (Math.abs(matrix[p]![q]!) > NEGLIGIBLE) rotate(matrix, vectors, p, q);
  }
  return { values: matrix.map((line, i) => line[i]!), vectors };
}

/** Turns the plane of two axes so that their product vanishes. */
function rotate(matrix: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * matrix[p]![q]!);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turnColumns = (lines: number[][]) => {
    for (const line of lines) {
      const [x, y] = [line[p]!, line[q]!];
      line[p] = cosine * x - sine * y;
      line[q] = sine * x + cosine * y;
    }
  };
  turnColumns(matrix);
  const [first, second] = [matrix[p]!, matrix[q]!];
  for (let i = 0; i < first.length; i++) {
    const [x, y] = [first[i]!, second[i]!];
    first[i] = cosine * x - sine * y;
    second[i] = sine * x + cosine * y;
  }
  turnColumns(vectors);
}

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
