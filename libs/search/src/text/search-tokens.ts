import { cutSubWords, foldText } from '@app/kernel';
import { latinWords } from './latin-words.js';
import { CHARACTER_SIGN, GRAM_SIGN } from './token-signs.js';

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

/** Whether a word says nothing about what a text is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** A piece in the form in which it is cut into words. */
export function foldPiece(piece: string): string {
  return foldText(piece).replace(LEGAL_FORM, ' ');
}

/** A text without signs of trade marks, which would become letters when folded: EconoDUAL™ is no econodualtm. */
export function withoutMarks(text: string): string {
  return text.replace(/[™®©℠]/g, ' ');
}

/** The stretches of a text between white space and punctuation, as written. */
export function pieces(text: string): string[] {
  return withoutMarks(text).match(PIECE) ?? [];
}

/** What a piece is found by. */
export function tokenizePiece(piece: string): PieceTokens {
  const folded = foldPiece(piece);
  const words = latinWords(folded).flatMap(({ tokens }) => tokens.map(({ token }) => token));
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
  return { words: words.filter((word) => !isStopWord(word)), grams, characters };
}
