import type { Literal } from './assignment.js';

/** Clauses one after another in one array: size, rank, literals. Rank 0: given; above: learned, the smaller the better. */
export class Clauses {
  private data = new Int32Array(1 << 16);
  private end = 1;

  add(literals: readonly Literal[], rank: number): number {
    if (this.end + literals.length + 2 > this.data.length) {
      const grown = new Int32Array(this.data.length * 2 + literals.length);
      grown.set(this.data);
      this.data = grown;
    }
    const clause = this.end;
    this.data[clause] = literals.length;
    this.data[clause + 1] = rank;
    this.data.set(literals, clause + 2);
    this.end += literals.length + 2;
    return clause;
  }

  /** The array itself, for the inner loop; literals of a clause begin at clause + 2. */
  get raw(): Int32Array {
    return this.data;
  }

  /** All clauses, in order. */
  *all(): Iterable<number> {
    for (let clause = 1; clause < this.end; clause += this.data[clause]! + 2) yield clause;
  }

  rank(clause: number): number {
    return this.data[clause + 1]!;
  }

  /** Keeps only some, which get new numbers. */
  keep(wanted: (clause: number) => boolean): void {
    let end = 1;
    for (let clause = 1; clause < this.end;) {
      const length = this.data[clause]! + 2;
      if (wanted(clause)) {
        this.data.copyWithin(end, clause, clause + length);
        end += length;
      }
      clause += length;
    }
    this.end = end;
  }
}
