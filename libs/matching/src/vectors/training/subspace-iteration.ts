import { fixedRandom } from './cooccurrence.js';
import { diagonalise, orthonormalise } from './dense-algebra.js';
import { multiply, type SymmetricMatrix } from './symmetric-matrix.js';

const ROUNDS = 5;
/** Vectors beyond those wanted, which take up what converges slowly. */
const SPARE = 8;
/** Each direction counts by this power of its eigenvalue (Levy, Goldberg and Dagan 2015). */
const SPECTRUM_POWER = 0.5;

/**
 * The leading eigenvectors of a symmetric matrix, scaled by the root of their eigenvalues: shape size × dimensions, row
 * after row. Subspace iteration (Halko, Martinsson and Tropp 2011) with an orthonormal block and a Rayleigh–Ritz step.
 */
export function leadingDirections(matrix: SymmetricMatrix, dimensions: number): Float32Array {
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
