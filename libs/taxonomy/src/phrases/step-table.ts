/** Numbers per entry: the node from which a step leads, the character, the node to which it leads. */
const STRIDE = 3;
/** A place in the table is empty where its first number is this; nodes are stored plus one. */
const EMPTY = 0;
const FIRST_SIZE = 1024;
/** Odd constants that spread nodes and characters over the table (Fibonacci hashing, Knuth vol. 3, 6.4). */
const SPREAD_NODES = 0x9e3779b1;
const SPREAD_CODES = 0x85ebca6b;

/**
 * The steps of a trie, from a node by a character to the next node, in one array of numbers: a step costs one look at
 * memory that lies together, where an object per node would cost several. At most two thirds are full.
 */
export class StepTable {
  private entries = new Int32Array(FIRST_SIZE * STRIDE);
  private size = FIRST_SIZE;
  private used = 0;

  /** The node to which a step leads; 0 where there is none. */
  next(node: number, code: number): number {
    const { entries } = this;
    const at = this.placeOf(node, code);
    return entries[at] === EMPTY ? 0 : entries[at + 2]!;
  }

  /** Adds a step that is not in the table. */
  add(node: number, code: number, to: number): void {
    if ((this.used + 1) * 3 > this.size * 2) this.grow();
    this.used++;
    this.write(node, code, to);
  }

  /** The same steps, to which more can be added without adding them here. */
  copy(): StepTable {
    const copy = new StepTable();
    copy.entries = this.entries.slice();
    copy.size = this.size;
    copy.used = this.used;
    return copy;
  }

  private placeOf(node: number, code: number): number {
    const { entries, size } = this;
    let place = (Math.imul(node, SPREAD_NODES) ^ Math.imul(code, SPREAD_CODES)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    for (; ; place = (place + 1) & (size - 1)) {
      const at = place * STRIDE;
      const from = entries[at];
      if (from === EMPTY || (from === node + 1 && entries[at + 1] === code)) return at;
    }
  }

  private write(node: number, code: number, to: number): void {
    const at = this.placeOf(node, code);
    this.entries[at] = node + 1;
    this.entries[at + 1] = code;
    this.entries[at + 2] = to;
  }

  private grow(): void {
    const old = this.entries;
    this.size *= 2;
    this.entries = new Int32Array(this.size * STRIDE);
    for (let at = 0; at < old.length; at += STRIDE)
      if (old[at] !== EMPTY) this.write(old[at]! - 1, old[at + 1]!, old[at + 2]!);
  }
}
