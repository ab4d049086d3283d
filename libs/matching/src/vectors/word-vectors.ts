import { cutSubWords, cutWords, foldText } from '@app/kernel';

/** Stands before the name of a row that is a character or a pair of characters, not a word. */
export const PART_SIGN = '#';

/** Word vectors as they are stored: one row of signed bytes for each name, scaled to its own peak. */
export interface VectorRows {
  readonly dimensions: number;
  /** Words, then characters and pairs with {@link PART_SIGN}; the number is the row. */
  readonly names: readonly string[];
  /** Shape names × dimensions, row after row. */
  readonly bytes: Int8Array;
}

const HAN = /\p{Script=Han}/u;
const PHRASE_END = /[^\p{L}\p{N}.+-]+/u;

/** A word near another one. */
interface NearWord {
  readonly word: string;
  /** Cosine of the two vectors, up to 1. */
  readonly cosine: number;
}

/** What a text means as a direction, and how much of it is known. */
interface TextVector {
  /** Of length 1; shape dimensions. */
  readonly direction: Float32Array;
  /** Share of the words that have a vector of their own, 0 to 1. */
  readonly coverage: number;
}

/**
 * Word vectors that the platform learnt from its own listings: 减速机 and 减速器 stand near each other because they stand
 * among the same words. A word without a vector has that of its parts.
 */
export class WordVectors {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly rows: Float32Array;
  /** Numbers of the rows that stand for words of two characters or more. */
  private readonly wholeWords: Uint32Array;
  private readonly phrases = new Map<string, TextVector | null>();

  constructor(
    readonly stored: VectorRows,
    readonly version: string,
  ) {
    this.numbers = new Map(stored.names.map((name, number) => [name, number]));
    this.rows = Float32Array.from(stored.bytes);
    for (let number = 0; number < stored.names.length; number++) normalise(this.row(number));
    this.wholeWords = Uint32Array.from(
      stored.names.flatMap((word, number) => (word.startsWith(PART_SIGN) || word.length < 2 ? [] : [number])),
    );
  }

  /** The direction of a text: the sum over its words; null where no word and no part of one is known. */
  of(text: string): TextVector | null {
    const known = this.phrases.get(text);
    if (known !== undefined) return known;
    if (this.phrases.size >= MOST_KEPT) this.phrases.clear();
    const vector = this.compute(foldText(text));
    this.phrases.set(text, vector);
    return vector;
  }

  /** The words nearest to a direction, at least `least` near, the nearest first. */
  nearest(direction: Float32Array, count: number, least: number): NearWord[] {
    const near: NearWord[] = [];
    for (const number of this.wholeWords) {
      const cosine = this.cosine(direction, number);
      if (cosine >= least) near.push({ word: this.stored.names[number]!, cosine });
    }
    return near.sort((a, b) => b.cosine - a.cosine).slice(0, count);
  }

  private compute(folded: string): TextVector | null {
    const words = cutWords(folded);
    const direction = new Float32Array(this.stored.dimensions);
    let known = 0;
    for (const word of words) {
      const number = this.numbers.get(word);
      if (number !== undefined) {
        known++;
        add(direction, this.row(number));
      } else this.addParts(word, direction);
    }
    if (!normalise(direction)) return null;
    return { direction, coverage: known / words.length };
  }

  /** An unknown word counts by its sub-words and pairs, or else by its characters. */
  private addParts(word: string, direction: Float32Array): void {
    const characters = [...word];
    const pairs = characters.slice(1).map((character, i) => characters[i]! + character);
    const inner = cutSubWords(word).filter((part) => part !== word && part.length > 1);
    const numbers = [...new Set([...inner, ...pairs.map((pair) => PART_SIGN + pair), ...pairs])].flatMap(
      (name) => this.numbers.get(name) ?? [],
    );
    const chosen =
      numbers.length > 0
        ? numbers
        : characters
            .filter((character) => HAN.test(character))
            .flatMap((character) => this.numbers.get(PART_SIGN + character) ?? []);
    const sum = new Float32Array(this.stored.dimensions);
    for (const number of chosen) add(sum, this.row(number));
    if (normalise(sum)) add(direction, sum);
  }

  private cosine(direction: Float32Array, number: number): number {
    const { rows } = this;
    const from = number * this.stored.dimensions;
    let sum = 0;
    for (let i = 0; i < direction.length; i++) sum += direction[i]! * rows[from + i]!;
    return sum;
  }

  private row(number: number): Float32Array {
    const from = number * this.stored.dimensions;
    return this.rows.subarray(from, from + this.stored.dimensions);
  }
}

/** Phrases whose vectors are kept, since the same ones stand in many listings. */
const MOST_KEPT = 50_000;

/** The phrases of a text: what stands between punctuation. */
export function phrasesOf(folded: string): string[] {
  return folded.split(PHRASE_END).filter((phrase) => phrase.length > 1);
}

/** The common direction of several; null of none. */
export function joined(directions: readonly Float32Array[]): Float32Array | null {
  const sum = new Float32Array(directions[0]?.length ?? 0);
  for (const direction of directions) add(sum, direction);
  return normalise(sum) ? sum : null;
}

/** The cosine of two directions of length 1. */
export function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(sum: Float32Array, row: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + row[i]!;
}

/** Scales to length 1 in place; false where there is nothing to scale. */
function normalise(row: Float32Array): boolean {
  const length = Math.sqrt(product(row, row));
  if (length === 0) return false;
  for (let i = 0; i < row.length; i++) row[i] = row[i]! / length;
  return true;
}
