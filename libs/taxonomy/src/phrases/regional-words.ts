import { dataFile, foldText } from '@app/kernel';
import { readFileSync } from 'node:fs';
import { bestCover, PhraseTrie } from './phrase-trie.js';

/** A word of one side of the strait and the word for the same thing on the other. */
export interface RegionalWord {
  readonly elsewhere: string;
  readonly mainland: string;
}

/** Words found in a text, and the word for the same thing elsewhere. */
export interface RegionalHit {
  readonly words: string;
  readonly other: string;
}

/** A text in mainland words, and where each of its characters stands in the text as written. */
export interface MainlandText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** How the trade calls things in Taiwan and Hong Kong (馬達, 雷射, 射出成型) and on the mainland (电机, 激光, 注塑). */
export class RegionalWords {
  private readonly toMainland = new PhraseTrie<string>();
  private readonly toElsewhere = new PhraseTrie<readonly string[]>();

  constructor(words: readonly RegionalWord[]) {
    for (const { elsewhere, mainland } of words) {
      this.toMainland.put(elsewhere, mainland);
      this.toElsewhere.put(mainland, [...(this.toElsewhere.get(mainland) ?? []), elsewhere]);
    }
  }

  /** The words of the data file. */
  static load(file = dataFile(import.meta.url, 'libs/taxonomy/data/regional-words.tsv')): RegionalWords {
    const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
    return new RegionalWords(
      lines.map((line) => {
        const [elsewhere = '', mainland = ''] = line.split('\t').map(foldText);
        if (!elsewhere || !mainland) throw new Error(`${file}: “${line}” is not a pair of words.`);
        return { elsewhere, mainland };
      }),
    );
  }

  /** The words of a folded text that are called otherwise elsewhere, in both directions. */
  findAll(folded: string): RegionalHit[] {
    const words = ({ start, end }: { start: number; end: number }) => folded.slice(start, end);
    const home = bestCover(this.toMainland.findAll(folded)).map((hit) => ({
      words: words(hit),
      other: hit.value,
    }));
    const away = bestCover(this.toElsewhere.findAll(folded)).flatMap((hit) =>
      hit.value.map((other) => ({ words: words(hit), other })),
    );
    return [...home, ...away];
  }

  /** A folded text in mainland words. */
  inMainlandWords(folded: string): MainlandText {
    const starts: number[] = [];
    const ends: number[] = [];
    let text = '';
    let at = 0;
    const put = (words: string, start: number, end: number): void => {
      text += words;
      for (let i = 0; i < words.length; i++) {
        starts.push(start);
        ends.push(end);
      }
    };
    const keep = (until: number): void => {
      for (; at < until; at++) put(folded[at]!, at, at + 1);
    };
    for (const { value, start, end } of bestCover(this.toMainland.findAll(folded))) {
      keep(start);
      put(value, start, end);
      at = end;
    }
    keep(folded.length);
    return { text, starts, ends };
  }
}
