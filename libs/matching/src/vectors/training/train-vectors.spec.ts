import { WordVectors, product } from '../word-vectors.js';
import { diagonalise, orthonormalise } from './linear-algebra.js';
import { PairCounts } from './cooccurrence.js';
import { trainVectors } from './train-vectors.js';

/** Texts of two trades that share no word; within a trade every two words stand together now and then. */
function invented(): string[][] {
  const words = (trade: string) =>
    Array.from({ length: 300 }, (_, i) => `${trade}${String.fromCharCode(0x4e00 + i)}`);
  const trades = [words('机'), words('布')];
  let state = 1;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
  return Array.from({ length: 4000 }, (_, i) => {
    const of = trades[i % 2]!;
    const from = Math.floor(random() * of.length);
    return Array.from({ length: 8 }, () => of[(from + Math.floor(random() * 30)) % of.length]!);
  });
}

describe('learning word vectors', () => {
  const rows = trainVectors(invented())!;
  const vectors = new WordVectors(rows, '1');
  const of = (word: string) => vectors.of(word)!.direction;

  it('brings together what stands among the same words, and keeps other trades apart', () => {
    const [near, far, other] = ['机一', '机丁', '机丹', '布一']
      .map(of)
      .reduce<number[]>((all, v, i, list) => {
        return i === 0 ? all : [...all, product(list[0]!, v)];
      }, []);
    expect(near).toBeGreaterThan(0.5);
    expect(near).toBeGreaterThan(far!);
    expect(Math.abs(other!)).toBeLessThan(0.2);
  });

  it('gives the same vectors for the same texts', () => {
    expect(trainVectors(invented())!.bytes).toEqual(rows.bytes);
  });

  it('learns nothing from a handful of texts', () => {
    expect(trainVectors([['压铸', '电机', '壳体']])).toBeNull();
  });
});

describe('the algebra behind it', () => {
  it('makes columns orthonormal', () => {
    const block = Float32Array.from([1, 1, 1, 0, 1, 1, 0, 0, 1, 2, 0, 1]);
    orthonormalise(block, 4, 3);
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        let sum = 0;
        for (let row = 0; row < 4; row++) sum += block[row * 3 + a]! * block[row * 3 + b]!;
        expect(sum).toBeCloseTo(a === b ? 1 : 0, 4);
      }
  });

  it('finds eigenvalues and eigenvectors', () => {
    const { values, vectors } = diagonalise([
      [2, 1],
      [1, 2],
    ]);
    expect([...values].sort()).toEqual([expect.closeTo(1, 9), expect.closeTo(3, 9)]);
    const of = values.findIndex((value) => value > 2);
    expect(Math.abs(vectors[0]![of]!)).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('adds up pairs whichever comes first, also when the table grows', () => {
    const pairs = new PairCounts(2000);
    for (let a = 0; a < 1300; a++) for (let b = a + 1; b < a + 700 && b < 2000; b++) pairs.add(a, b, 1);
    pairs.add(1, 0, 2);
    const seen = new Map<string, number>();
    pairs.forEach((a, b, weight) => seen.set(`${a} ${b}`, weight));
    expect(seen.size).toBe(pairs.size);
    expect(seen.get('0 1')).toBe(3);
    expect(seen.get('1299 1300')).toBe(1);
  });
});
