import { TierLevel } from '../../facts/tier-level.js';

/** 专精特新 was first named in the national plan for the growth of SMEs of 2011; no recognition is older. */
const FIRST_YEAR = 2011;
/** Not recognised yet: in the pool of candidates. */
const CANDIDATE = /培育|候选|入库|拟/;
const NONE = /^(?:无|否|没有|暂无|-+|\/|no|none)$/;
/** Separators of several recognitions or years in one cell. */
const BETWEEN = /[、,，;；/|+\n]+/;
const QUOTES = /[“”"'「」《》\s]/g;

/** The words of each tier, the more specific first: 专精特新“小巨人” is a little giant. */
const WORDS: readonly (readonly [RegExp, TierLevel])[] = [
  [/小巨人|little_?giant/, TierLevel.LITTLE_GIANT],
  [/单项冠军|single_?champion/, TierLevel.SINGLE_CHAMPION],
  [/隐形冠军|hidden_?champion/, TierLevel.HIDDEN_CHAMPION],
  [/^国家级(?:专精特新)?$/, TierLevel.LITTLE_GIANT],
  [/专精特新|^省级$|speciali[sz]ed/, TierLevel.SPECIALIZED],
  [/创新型|innovative/, TierLevel.INNOVATIVE],
];

/** The tiers that a cell names, and the pieces that are none. */
export function parseRowTiers(text: string): { levels: TierLevel[]; unknown: string[] } {
  const levels = new Set<TierLevel>();
  const unknown: string[] = [];
  for (const piece of text.normalize('NFKC').split(BETWEEN)) {
    const words = piece.replace(QUOTES, '').toLowerCase();
    if (words === '' || NONE.test(words)) continue;
    const level = CANDIDATE.test(words) ? undefined : WORDS.find(([pattern]) => pattern.test(words))?.[1];
    if (level) levels.add(level);
    else unknown.push(piece.trim());
  }
  return { levels: [...levels], unknown };
}

/**
 * The years of recognition that a cell names (2023, 2023年度, 2023-09-01), at most one for each of several
 * recognitions; empty for an empty cell, undefined when it cannot be read or lies outside of 2011 to `thisYear`.
 */
export function parseRowYears(text: string, thisYear: number): number[] | undefined {
  const years: number[] = [];
  for (const piece of text.normalize('NFKC').split(BETWEEN)) {
    const words = piece.trim();
    if (words === '' || NONE.test(words)) continue;
    const year = Number(/^(\d{4})(?:年(?:度)?|[-.年]\d{1,2}.*|\d{4})?$/.exec(words)?.[1] ?? Number.NaN);
    if (!(year >= FIRST_YEAR && year <= thisYear)) return undefined;
    years.push(year);
  }
  return years;
}
