/** A run of letters and digits other than Han, with the signs that hold a model number together: 6205-2RS, M8×30. */
const COMPOUND = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-._×*](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const PART = /[^-._×*]+/gu;
const LETTERS_OR_DIGITS = /\p{L}+|\p{N}+/gu;
const SIGN = /[-._×*]/;
/** A part with a digit that is more than a lone figure. */
const TELLING = /\p{N}{3}|\p{L}.*\p{N}|\p{N}.*\p{L}/u;
const DECIMAL = /^\p{N}+\.\p{N}+/u;

/** A token that is not Chinese, and where it stands in the folded text. */
export interface LatinToken {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/** A word that is not Chinese: as written, and what it is found by, the whole first. */
export interface LatinWord {
  readonly surface: string;
  readonly tokens: readonly LatinToken[];
}

/**
 * The words of a folded text that are not Chinese. Model numbers are kept whole and in parts: `6205-2rs` gives
 * 62052rs, 6205, 2rs and rs; `m8×30` gives m8x30, m8 and 30; `sus304` gives sus304, sus and 304.
 */
export function latinWords(folded: string): LatinWord[] {
  return Array.from(folded.matchAll(COMPOUND), (match) => ({
    surface: match[0],
    tokens: tokensOf(match[0], match.index),
  }));
}

/**
 * The parts by which a compound may be found as well: 6205 and 2rs of 6205-2rs, and not the rs inside it; of a model
 * number only parts with a digit, since ADC13 is no other ADC12, and no lone figure of one or two digits: the 30 of M8×30
 * stands in 30%盐酸 as well.
 */
export function partsOf({ surface, tokens: [, ...rest] }: LatinWord): LatinToken[] {
  const outer = outerParts(rest);
  return /\p{N}/u.test(surface) ? outer.filter(({ token }) => TELLING.test(token)) : outer;
}

/** How many parts a compound has, those of letters too. */
export function partCount({ tokens: [, ...rest] }: LatinWord): number {
  return outerParts(rest).length;
}

function outerParts(parts: readonly LatinToken[]): LatinToken[] {
  const length = ({ start, end }: LatinToken): number => end - start;
  return parts.filter(
    (part) =>
      !parts.some(
        (other) => other.start <= part.start && part.end <= other.end && length(other) > length(part),
      ),
  );
}

function tokensOf(compound: string, start: number): LatinToken[] {
  if (!SIGN.test(compound)) return partTokens(compound, start);
  const tokens: LatinToken[] = [{ token: wholeOf(compound), start, end: start + compound.length }];
  if (DECIMAL.test(compound)) return tokens;
  for (const part of compound.matchAll(PART)) tokens.push(...partTokens(part[0], start + part.index));
  return tokens;
}

function partTokens(part: string, start: number): LatinToken[] {
  const tokens = [{ token: singular(part), start, end: start + part.length }];
  const runs = [...part.matchAll(LETTERS_OR_DIGITS)];
  for (const { 0: run, index } of runs.length > 1 ? runs : []) {
    if (run.length > 1) tokens.push({ token: run, start: start + index, end: start + index + run.length });
  }
  return tokens;
}

function wholeOf(compound: string): string {
  return compound.replace(/[×*]/g, 'x').replace(/[-_]/g, '');
}

/** English plurals fall together with their singular; short words and those in -ss, -us, -is are left alone. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
