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
