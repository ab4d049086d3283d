import type { Decimal } from '@app/kernel';
import Big from 'big.js';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Pattern of a number as the trade writes it: 50000, 5,000, 5万, 3.5万, 五千, 十万, 10k, 1.2 million. Its length is bounded, so that a search takes linear time. */
export const NUMBER_PATTERN =
  '(?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15}(?:\\.\\d{1,10})?)\\s*(?:[kw](?![a-z])|[十百千万亿]|(?:million|thousand)(?![a-z])){0,3}|[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]{0,20}';

function hanInteger(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of text) {
    const large = LARGE[char];
    if (char in DIGITS) digit = DIGITS[char] ?? 0;
    else if (char in SMALL) {
      section += (digit || 1) * (SMALL[char] ?? 1);
      digit = 0;
    } else if (large) {
      total = (total + section + digit) * large;
      section = digit = 0;
    }
  }
  return total + section + digit;
}

/** The value of a number in {@link NUMBER_PATTERN}: "3.5万" is "35000"; null when it is none. */
export function parseChineseNumber(text: string): Decimal | null {
  const compact = text.replace(/[,\s]/g, '').toLowerCase();
  const latin = /^(\d+(?:\.\d+)?)((?:[kw十百千万亿]|million|thousand)*)$/.exec(compact);
  if (!latin)
    return /^[零〇一二两三四五六七八九十百千万亿]+$/.test(compact) ? String(hanInteger(compact)) : null;
  return factorsIn(latin[2] ?? '')
    .reduce((value, factor) => value.times(factor), new Big(latin[1] ?? '0'))
    .toFixed();
}

const LATIN_FACTORS: Readonly<Record<string, number>> = {
  k: 1000,
  w: 10_000,
  thousand: 1000,
  million: 1_000_000,
};

function factorsIn(text: string): number[] {
  const names = text.match(/million|thousand|[kw十百千万亿]/g) ?? [];
  return names.map((name) => LATIN_FACTORS[name] ?? SMALL[name] ?? LARGE[name] ?? 1);
}

/**
 * A range of two numbers, the lower one first: 5-8万 is 50000 to 80000, since the lower end leaves out what the upper one
 * says. Null where they are no range (the second is not the larger one) or no numbers.
 */
export function parseRange(lower: string, upper: string): readonly [Decimal, Decimal] | null {
  const [low, high] = [parseChineseNumber(lower), parseChineseNumber(upper)];
  if (low === null || high === null) return null;
  const shared = /^[\d.,\s]+$/.test(lower) ? /\D*$/.exec(upper.replace(/[,\s]/g, '').toLowerCase())?.[0] : '';
  const scaled = factorsIn(shared ?? '').reduce((value, factor) => value.times(factor), new Big(low));
  if (scaled.lt(high)) return [scaled.toFixed(), high];
  return new Big(low).lt(high) ? [low, high] : null;
}
