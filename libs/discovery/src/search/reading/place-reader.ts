import { foldText } from '@app/kernel';
import type { IndexName } from '@app/search';
import { Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { isSentence } from './query-reader.js';

/** What somebody typed, with the places taken out of the words. */
export interface PlacedWords {
  /** The words without the places; never empty. */
  readonly words: string;
  /** Codes of GB/T 2260, all of one level. */
  readonly regions: readonly string[];
}

const SEPARATOR = /[\s,，、;；/|]/;
/** Words behind a place that only say how near: 昆山附近 钣金. */
const NEARNESS = /^(?:附近|周边|一带|地区|本地|市内|境内)/;
/** Digits of a code up to which a place may stand in one piece with the words behind it: provinces and cities. */
const WELL_KNOWN = 4;

/**
 * Finds the places in what somebody typed into the search box: 苏州 模具 asks for moulds in Suzhou, not for the word. A
 * place stands apart from the other words, or, a province or city, right before the thing (苏州模具); names of
 * organizations begin with places, so that there only what stands apart counts.
 */
@Injectable()
export class PlaceReader {
  constructor(private readonly regions: Regions) {}

  /** The places and the other words; null where no place is named, or nothing else. */
  read(index: IndexName, text: string): PlacedWords | null {
    const folded = foldText(text);
    let words = folded;
    const codes: string[] = [];
    for (const { code, start, end } of this.regions.findAll(folded)) {
      const near = NEARNESS.exec(folded.slice(end))?.[0].length ?? 0;
      const begins = start === 0 || SEPARATOR.test(folded[start - 1]!);
      const ends = end + near === folded.length || SEPARATOR.test(folded[end + near]!);
      const attached = index !== 'organizations' && start === 0 && code.length <= WELL_KNOWN;
      if (!begins || !(ends || attached)) continue;
      codes.push(code);
      words = words.slice(0, start) + ' '.repeat(end + near - start) + words.slice(end + near);
    }
    const rest = words.replace(/[\s、,，/]+/g, ' ').trim();
    if (codes.length === 0 || !/[\p{L}\p{N}]/u.test(rest)) return null;
    // In a sentence a place is a wish among others, and no limit.
    if (isSentence(rest)) return null;
    const level = Math.min(...codes.map((code) => code.length));
    return { words: rest, regions: [...new Set(codes.map((code) => code.slice(0, level)))] };
  }
}
