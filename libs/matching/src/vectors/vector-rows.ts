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
