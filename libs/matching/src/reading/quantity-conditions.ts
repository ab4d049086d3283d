import { Period } from '@app/kernel';
import { NUMBER_PATTERN, parseChineseNumber } from './chinese-number.js';
import type { AskedQuantity } from './need-description.js';

/** A condition found in the words: where it stands in the folded text, and what it says. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const UNITS =
  '件套只个台支根片张米吨条对双箱桶卷瓶粒颗组块盒批公斤千克克升辆令匹|kg|pcs|pieces|sets|t|km|m2|㎡|平方米|立方米|m';
const UNIT = `(?:公斤|千克|平方米|立方米|${[...UNITS.split('|')[0]!].join('|')}|(?:kg|pcs|pieces|sets|km|m2|m|t)(?![a-z0-9×]))`;
const BEFORE =
  '(?:(?<per>每月|单月|每年|一年|全年|[年月]度?(?:产[能量]?|需求?量?|用量?|供货?量?|采购?量?|耗量?)|首批|一次性|需求量?|数量|批量|采购量|约|共|monthly|annual(?:ly)?|yearly)[约为:：\\s]*)?';
const AFTER = '(?:\\s*(?<after>[/每]\\s*(?:月|个月|年|month|year)|\\s*(?:per|a)\\s+(?:month|year)))?';
const QUANTITY = new RegExp(
  `${BEFORE}(?<amount>${NUMBER_PATTERN})\\s*(?<unit>${UNIT})${AFTER}(?<more>以上|左右|起)?`,
  'giu',
);

function periodOf(before: string, after: string): Period {
  const words = `${before} ${after}`;
  if (/月|month/.test(words)) return Period.MONTH;
  return /年|annual|year/.test(words) ? Period.YEAR : Period.ONCE;
}

/** Quantities in a folded text: 月产5万件, 5000套/年, 首批200台. */
export function findQuantities(folded: string): Found<AskedQuantity>[] {
  const found: Found<AskedQuantity>[] = [];
  for (const match of folded.matchAll(QUANTITY)) {
    const { per = '', amount = '', unit = '', after = '' } = match.groups ?? {};
    const value = parseChineseNumber(amount);
    const bare = !per && !after && !match.groups?.['more'];
    if (value === null || value === '0' || (bare && /^[一二两三四五六七八九]/.test(amount))) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: { amount: value, unit, period: periodOf(per, after) },
    });
  }
  return found;
}

/** The quantity that a need is about first: one said per month or year before a bare one, which may be a measure. */
export function mostTelling(found: readonly Found<AskedQuantity>[]): Found<AskedQuantity>[] {
  const periodic = ({ value }: Found<AskedQuantity>) => Number(value.period !== Period.ONCE);
  return [...found].sort((a, b) => periodic(b) - periodic(a));
}
