/** A run of letters and digits other than Han, with the signs that hold a model number together: 6205-2RS, M8×30. */
const COMPOUND = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-._×*/](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const SIGNS = /[-._×*/]/;
const LETTERS_OR_DIGITS = /\p{L}+|\p{N}+/gu;
const DECIMAL = /^\p{N}+\.\p{N}+/u;

/** English plurals fall together with their singular; short words and those in -ss, -us, -is are left alone. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function wholeOf(compound: string): string {
  return compound.replace(/[×*]/g, 'x').replace(/[-_]/g, '');
}

function addParts(part: string, words: string[]): void {
  words.push(singular(part));
  const pieces = part.match(LETTERS_OR_DIGITS) ?? [];
  if (pieces.length > 1) words.push(...pieces.filter((piece) => piece.length > 1));
}

/**
 * The words of a folded text that are not Chinese. Model numbers are kept whole and in parts: `6205-2rs` gives
 * 62052rs, 6205, 2rs and rs; `m8×30` gives m8x30, m8 and 30; `sus304` gives sus304, sus and 304.
 */
export function latinWords(folded: string): string[] {
  const words: string[] = [];
  for (const [compound] of folded.matchAll(COMPOUND)) {
    if (!SIGNS.test(compound)) {
      addParts(compound, words);
    } else {
      if (!compound.includes('/')) words.push(wholeOf(compound));
      if (DECIMAL.test(compound)) continue;
      for (const part of compound.split(SIGNS)) addParts(part, words);
    }
  }
  return words;
}
