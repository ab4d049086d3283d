import Big from 'big.js';
import type { Decimal } from '@app/kernel';

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

/** Pattern of a number as Chinese buyers write it: 50000, 5,000, 5万, 3.5万, 五千, 十万, 10k. */
export const NUMBER_PATTERN =
  '(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s*(?:[kw](?![a-z])|[十百千万亿])*|[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*';

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
  const latin = /^(\d+(?:\.\d+)?)([kw十百千万亿]*)$/.exec(compact);
  if (!latin)
    return /^[零〇一二两三四五六七八九十百千万亿]+$/.test(compact) ? String(hanInteger(compact)) : null;
  const factors = [...(latin[2] ?? '')].map((c) =>
    c === 'k' ? 1000 : c === 'w' ? 10_000 : (SMALL[c] ?? LARGE[c] ?? 1),
  );
  return factors.reduce((value, factor) => value.times(factor), new Big(latin[1] ?? '0')).toFixed();
}
