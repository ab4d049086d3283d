import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import * as OpenCC from 'opencc-js/t2cn';

let jieba: Jieba | undefined;
let rarity: TfIdf | undefined;

function segmenter(): Jieba {
  return (jieba ??= Jieba.withDict(dict));
}

const WORD = /[\p{L}\p{N}]/u;

/** The words of a folded text, in order, without punctuation (jieba, exact mode). */
export function cutWords(folded: string): string[] {
  return segmenter()
    .cut(folded, true)
    .filter((word) => WORD.test(word));
}

/** The words of a folded text and the shorter words inside them: 热处理 gives 处理 and 热处理 (jieba, search mode). */
export function cutSubWords(folded: string): string[] {
  return segmenter()
    .cutForSearch(folded, true)
    .filter((word) => WORD.test(word));
}

/** The words that tell most about a folded text, the heaviest first; weights are tf-idf and compare within a text only. */
export function keywords(folded: string, count: number): { word: string; weight: number }[] {
  rarity ??= TfIdf.withDict(idf);
  return rarity
    .extractKeywords(segmenter(), folded, count)
    .map(({ keyword, weight }) => ({ word: keyword, weight }));
}

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
/** Characters beyond the basic plane are written with two code units of which the first lies here. */
const SURROGATES_FROM = 0xd800;
const SURROGATES_TO = 0xdbff;

/**
 * Whether a code unit may be part of what the dictionaries change: every pair of theirs is marked at the characters in
 * which its two sides differ, so that a text without a marked one stays as it is.
 */
function markedUnits(): Uint8Array {
  const { normalizationChain, conversionChain } = OpenCC.Locale.configs.t2s;
  const marked = new Uint8Array(0x10000);
  marked.fill(1, SURROGATES_FROM, SURROGATES_TO + 1);
  for (const dictionary of [...normalizationChain, ...conversionChain].flat()) {
    for (const pair of dictionary.split('|')) {
      const [from = '', to = ''] = pair.split(' ');
      for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) marked[from.charCodeAt(i)] = 1;
    }
  }
  return marked;
}

let marked: Uint8Array | undefined;

/** A text in simplified script; most texts of the mainland are, and cost one look at each character. */
export function toSimplified(text: string): string {
  marked ??= markedUnits();
  for (let i = 0; i < text.length; i++) if (marked[text.charCodeAt(i)] === 1) return simplify(text);
  return text;
}

/** Characters that end a line or steer a terminal or a reader of bytes, and those that no text has (U+FFFE, U+FFFF …). */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;
/** Characters that XML 1.0 does not have (section 2.2), of which one makes a whole document unreadable. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as one line: what would begin another one, in a header, an SMS or a calendar, becomes a blank. */
export function toPlainLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}

/** Removes the characters that XML 1.0 does not allow, for XLSX and DOCX files. */
export function toXmlText(text: string): string {
  return text.replace(NOT_IN_XML, '');
}

/**
 * The form in which texts are compared: NFKC (full width becomes half width), lower case, traditional characters
 * become simplified, white space becomes one blank. Positions may shift; keep the original for showing.
 */
export function foldText(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
}

/** A folded text that still knows where its characters stood. */
export interface FoldedText {
  readonly folded: string;
  /** The original words of a stretch of the folded text. */
  passage(start: number, end: number): string;
}

/** Folds a text as {@link foldText} does and keeps the way back to the original words, for showing what was read. */
export function foldWithOrigins(text: string): FoldedText {
  const folded = foldText(text);
  const origins: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    let form = character.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    if (form.startsWith(' ') && (plain === '' || plain.endsWith(' '))) form = form.slice(1);
    for (let i = 0; i < form.length; i++) origins.push(at);
    plain += form;
    at += character.length;
  }
  origins.push(text.length);
  // Characters that combine only with their neighbours leave no way back: the folded words are shown then.
  const traceable = plain.trimEnd().length === folded.length;
  const originOf = (index: number) => origins[index] ?? text.length;
  return {
    folded,
    passage: (start, end) =>
      (traceable
        ? text.slice(originOf(start), endOf(text, originOf(end - 1)))
        : folded.slice(start, end)
      ).trim(),
  };
}

/** The place behind the character that begins at one. */
function endOf(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
