import type { QuantityDraft } from '../../../ui/quantity-draft.js';

const UNITS =
  '\\u4ef6|\\u4e2a|\\u53f0|\\u5957|\\u53ea|\\u6839|\\u7247|\\u5428|\\u516c\\u65a4|\\u5343\\u514b|\\u7c73';
/** 产, 产量, 产能, 需, 需求量, 用量, 供货, 采购量: what stands between a month or a year and its amount. */
const OF_A_PERIOD =
  '(?:\\u4ea7[\\u91cf\\u80fd]?|\\u9700\\u6c42?\\u91cf?|\\u7528\\u91cf?|\\u4f9b\\u8d27?\\u91cf?|\\u91c7\\u8d2d?\\u91cf?)';
/** 每月, 每年约, 年产, 月需求量: without 每 only with what is done in the period, for 12月 is a date. */
const BEFORE = `(?:[\\u6bcf\\u4e00](?<each>[\\u6708\\u5e74])${OF_A_PERIOD}?|(?<before>[\\u6708\\u5e74])\\u5ea6?${OF_A_PERIOD})\\u7ea6?`;
/** 每月5000件, 年产6万件, 2万套/年, 首批200台 */
const CHINESE = new RegExp(
  `(?:${BEFORE})?\\s*(?<amount>\\d[\\d,.]*)\\s*(?<many>\\u4e07)?\\s*(?<unit>${UNITS})(?:\\s*[/\\u6bcf](?<after>[\\u6708\\u5e74]))?`,
  'u',
);
/** 5,000 a month, 20,000 pieces per year */
const ENGLISH =
  /(?<amount>\d[\d,.]*)\s*(?:pieces|pcs|sets|units)?\s*(?:a|per|every|\/)\s*(?<after>month|year)/i;
/** 200 pieces, once */
const ENGLISH_ONCE = /(?<amount>\d[\d,.]*)\s*(?:pieces|pcs|sets|units)\b/i;

const PERIODS: Readonly<Record<string, QuantityDraft['period']>> = {
  '\u6708': 'MONTH',
  '\u5e74': 'YEAR',
  month: 'MONTH',
  year: 'YEAR',
};

/** The first amount that words name with its unit or period, for a form to begin with; undefined when they name none. */
export function quantityIn(words: string): QuantityDraft | undefined {
  const found = (CHINESE.exec(words) ?? ENGLISH.exec(words) ?? ENGLISH_ONCE.exec(words))?.groups;
  if (!found) return undefined;
  const amount = Number((found['amount'] ?? '').replaceAll(',', '').replace(/\.$/, ''));
  if (!(amount > 0)) return undefined;
  const said = found['each'] ?? found['before'] ?? found['after'] ?? '';
  const period = PERIODS[said.toLowerCase()] ?? 'ONCE';
  return { amount: String(found['many'] ? amount * 10_000 : amount), unit: found['unit'], period };
}
