import type { MoneyType } from '@app/kernel';
import Big from 'big.js';
import { TierLevel } from '../../profiles/organization.enums.js';

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * A day as lists write it: 2004-12-31, 2004/1/5, 2004年1月5日, 20041231, or Excel's day number; a time behind it is
 * dropped. Null for an empty cell, undefined when it cannot be read.
 */
export function parseRowDate(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '' || plain === '-') return null;
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts) return isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (/^\d{5}$/.test(plain)) return new Date(EXCEL_EPOCH + Number(plain) * DAY).toISOString().slice(0, 10);
  return undefined;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|usd/, 'USD'],
  [/港[元币]|hkd/, 'HKD'],
  [/日[元圆]|jpy/, 'JPY'],
  [/欧元|eur/, 'EUR'],
  [/台币|新台币|twd/, 'TWD'],
  [/英镑|gbp/, 'GBP'],
  [/瑞士法郎|chf/, 'CHF'],
  [/新加坡元|sgd/, 'SGD'],
  [/澳(?:大利亚)?元|aud/, 'AUD'],
  [/加(?:拿大)?元|cad/, 'CAD'],
  [/韩元|krw/, 'KRW'],
  [/马克|dem/, 'DEM'],
  [/法国法郎|frf/, 'FRF'],
  [/丹麦克郎|dkk/, 'DKK'],
];

/** Units that mean yuan, or none at all. */
const YUAN = /^[(（]?[亿万千]?(人民币)?[元圆]?(人民币|整)?(rmb|cny)?[)）]?$/;

/**
 * Registered capital as registers write it: 500(万元), 13,980(万元人民币), 7.6万人民币, 120万美元; without a unit it is in
 * 10,000 yuan, as the register's column is. Null for an empty cell, undefined when it cannot be read.
 */
export function parseRegisteredCapital(text: string): MoneyType | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
  if (plain === '' || plain === '-' || plain === '无') return null;
  const match = /^(\d+(?:\.\d+)?)(.*)$/.exec(plain);
  if (!match) return undefined;
  const unit = match[2] ?? '';
  const foreign = CURRENCIES.find(([name]) => name.test(unit))?.[1];
  if (!foreign && !YUAN.test(unit)) return undefined;
  const factor = unit.includes('亿') ? 100_000_000 : unit === '' || unit.includes('万') ? 10_000 : 1;
  return { amount: new Big(match[1] ?? '0').times(factor).toFixed(), currency: foreign ?? 'CNY' };
}

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
