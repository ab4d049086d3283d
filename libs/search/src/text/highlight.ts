import { foldText } from '@app/kernel';
import { NO_READING, type QueryReading } from '../port/search-request.js';
import { latinWords } from './latin-words.js';
import type { QueryWords } from './query-analysis.js';

/** A text in the form in which it is compared, and where each of its characters stands in the original. */
interface FoldedPositions {
  readonly folded: string;
  /** Per UTF-16 unit of `folded`: where its original character begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = remembered.get(character);
  if (folded === undefined) {
    folded = foldText(character) || ' ';
    if (remembered.size < MAX_REMEMBERED) remembered.set(character, folded);
  }
  return folded;
}

/** Folds a text character by character, so that every mark finds its way back to the original. */
function foldWithPositions(text: string): FoldedPositions {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const form = foldCharacter(character);
    folded += form;
    for (let i = 0; i < form.length; i++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { folded, starts, ends };
}

/** The words of a query in its own spelling, found without regard to case and script: 6205-2rs becomes 6205-2RS. */
export function asWritten(words: string, question: string): string {
  const { folded, starts, ends } = foldWithPositions(question);
  const written = words.split(' ').map((word) => {
    const at = word === '' ? -1 : folded.indexOf(word);
    return at < 0 ? word : question.slice(starts[at], ends[at + word.length - 1]);
  });
  return written.join(' ');
}

/** A stretch of the original text, end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const HAN = /^\p{Script=Han}/u;
const SNIPPET_LENGTH = 160;
const BEFORE_FIRST_MARK = 24;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Marks the words of a query in texts, found by their place in the stored original. */
export class Highlighter {
  private readonly hanWords: readonly string[];
  private readonly latinTokens: ReadonlySet<string>;
  private readonly hanGrams: readonly string[];
  private readonly otherNames: readonly string[];

  constructor(query: QueryWords, { alternatives }: QueryReading = NO_READING) {
    this.otherNames = alternatives.flatMap(({ names, marks = [] }) =>
      [...names, ...marks].filter(isLongEnough),
    );
    this.hanWords = query.words.filter((word) => HAN.test(word));
    this.latinTokens = new Set(query.words.filter((word) => !HAN.test(word)));
    this.hanGrams = query.grams.map((gram) => gram.slice(1)).filter((pair) => HAN.test(pair));
  }

  /** The whole text as HTML with `<em>` around the words found. */
  whole(text: string): string {
    return markUp(text, this.ranges(text), 0, text.length);
  }

  /** The stretch of a text in which most of the words stand, as HTML; cut ends show an ellipsis. */
  snippet(text: string): string {
    const ranges = this.ranges(text);
    if (text.length <= SNIPPET_LENGTH) return markUp(text, ranges, 0, text.length);
    const from = cleanCut(text, windowStart(ranges, text.length));
    const to = cleanCut(text, Math.min(text.length, from + SNIPPET_LENGTH));
    return `${from > 0 ? '…' : ''}${markUp(text, ranges, from, to)}${to < text.length ? '…' : ''}`;
  }

  private ranges(text: string): Range[] {
    const positions = foldWithPositions(text);
    const words = [
      ...this.latinRanges(positions),
      ...this.hanWords.flatMap((word) => occurrences(positions, word)),
    ];
    if (words.length > 0) return joined(words);
    const others = this.otherNames.flatMap((name) => occurrences(positions, name));
    return joined(others.length > 0 ? others : this.hanGrams.flatMap((pair) => occurrences(positions, pair)));
  }

  private latinRanges(positions: FoldedPositions): Range[] {
    if (this.latinTokens.size === 0) return [];
    return latinWords(positions.folded)
      .flatMap(({ tokens }) => tokens)
      .filter(({ token }) => this.latinTokens.has(token))
      .map(({ start, end }) => originalRange(positions, start, end));
  }
}

/** Single characters and short abbreviations stand inside other words. */
function isLongEnough(name: string): boolean {
  return name.length >= (HAN.test(name) ? 2 : 4);
}

function occurrences(positions: FoldedPositions, word: string): Range[] {
  const found: Range[] = [];
  for (let at = positions.folded.indexOf(word); at >= 0; at = positions.folded.indexOf(word, at + 1)) {
    found.push(originalRange(positions, at, at + word.length));
  }
  return found;
}

function originalRange({ starts, ends }: FoldedPositions, start: number, end: number): Range {
  return { start: starts[start]!, end: ends[end - 1]! };
}

/** Ranges in order, those that touch made one. */
function joined(ranges: readonly Range[]): Range[] {
  const result: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** Where the snippet with the most marked characters begins. */
function windowStart(ranges: readonly Range[], length: number): number {
  let best = 0;
  let most = 0;
  for (const { start } of ranges) {
    const from = Math.max(0, start - BEFORE_FIRST_MARK);
    const inside = ranges.filter((range) => range.start >= from && range.end <= from + SNIPPET_LENGTH);
    const marked = inside.reduce((sum, range) => sum + range.end - range.start, 0);
    if (marked > most) [best, most] = [from, marked];
  }
  return Math.max(0, Math.min(best, length - SNIPPET_LENGTH));
}

/** A place that does not cut a character of two UTF-16 units in half. */
function cleanCut(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function markUp(text: string, ranges: readonly Range[], from: number, to: number): string {
  let html = '';
  let at = from;
  for (const { start, end } of ranges) {
    if (end <= from || start >= to) continue;
    html +=
      escape(text.slice(at, Math.max(at, start))) +
      `<em>${escape(text.slice(Math.max(at, start), Math.min(end, to)))}</em>`;
    at = Math.min(end, to);
  }
  return html + escape(text.slice(at, to));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}
