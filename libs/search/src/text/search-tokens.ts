import { cutSubWords, foldText } from '@app/kernel';
import { latinWords } from './latin-words.js';

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

/** What a stretch of text without punctuation is found by; repeated tokens stand repeatedly. */
export interface PieceTokens {
  /** Words, and the shorter words inside them. */
  readonly words: readonly string[];
  /** Pairs of neighbouring characters, Han and others. */
  readonly grams: readonly string[];
  /** Single Han characters. */
  readonly characters: readonly string[];
}

const PIECE = /[^\s，。；：、！？（）【】《》〈〉「」“”‘’,;:!?()[\]{}<>"'|]+/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
/** The legal form says nothing about what a company does, and nearly every company name ends in it. */
const LEGAL_FORM = /(?:有限责任|股份有限|有限)公司/g;
const STOP_WORDS = new Set(
  '的 了 和 与 及 等 在 是 为 可 已 到 从 至 或 其 各 类 之 以 对 按 the of and for a an to in with by on at as is are'.split(
    ' ',
  ),
);

/** The stretches of a text between white space and punctuation, as written. */
export function pieces(text: string): string[] {
  return text.match(PIECE) ?? [];
}

/** What a piece is found by. */
export function tokenizePiece(piece: string): PieceTokens {
  const folded = foldText(piece).replace(LEGAL_FORM, ' ');
  const words = latinWords(folded);
  const grams: string[] = [];
  const characters: string[] = [];
  const han = HAN.test(folded);
  if (han) for (const word of cutSubWords(folded)) if (HAN.test(word)) words.push(word);
  for (const [run] of folded.matchAll(RUN)) {
    let before = '';
    for (const character of run) {
      if (before) grams.push(GRAM_SIGN + before + character);
      if (han && HAN.test(character)) characters.push(CHARACTER_SIGN + character);
      before = character;
    }
  }
  return { words: words.filter((word) => !STOP_WORDS.has(word)), grams, characters };
}
