/** What a word and a pair of characters are worth, before rarity. */
export const WORD_WEIGHT = 1;
export const GRAM_WEIGHT = 0.6;

/** What the parts of a model number are worth together, against the whole. */
export const PARTS_WEIGHT = 0.8;

/** What a single character and a pair of letters are worth in the order of what was found. */
export const CHARACTER_WEIGHT = 1;
export const LETTER_PAIR_WEIGHT = 0.5;

/**
 * How texts and filter values stand in the dictionary of an index. Words begin with a letter or a digit, so one sign
 * in front tells the other kinds apart.
 */
export const GRAM_SIGN = '~';
export const CHARACTER_SIGN = '.';
export const VALUE_SIGN = '=';

/** The dictionary entry of a value that documents have or have not: of an `IDENTIFIER` field, or a trade concept. */
export function valueToken(field: string, value: string): string {
  return `${VALUE_SIGN}${field}\t${value}`;
}

/** In place of a count of occurrences: a value, which a document has or has not. */
export const PRESENT = 255;
