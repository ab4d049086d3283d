import type { QuantityDraft } from '../../../ui/quantity-field.js';

const UNITS =
  '\\u4ef6|\\u4e2a|\\u53f0|\\u5957|\\u53ea|\\u6839|\\u7247|\\u5428|\\u516c\\u65a4|\\u5343\\u514b|\\u7c73';
/** 每月5000件, 2万套/年, 首批200台 */
const CHINESE = new RegExp(
  `(?:\\u6bcf(?<before>[\\u6708\\u5e74]))?\\s*(?<amount>\\d[\\d,.]*)\\s*(?<many>\\u4e07)?\\s*(?<unit>${UNITS})(?:\\s*[/\\u6bcf](?<after>[\\u6708\\u5e74]))?`,
  'u',
);
/** 5,000 a month, 20,000 pieces per year */
const ENGLISH =
  /(?<amount>\d[\d,.]*)\s*(?:pieces|pcs|sets|units)?\s*(?:a|per|every|\/)\s*(?<after>month|year)/i;

const PERIODS: Readonly<Record<string, QuantityDraft['period']>> = {
  '\u6708': 'MONTH',
  '\u5e74': 'YEAR',
  month: 'MONTH',
  year: 'YEAR',
};

/** The first amount that words name with its unit or period, for a form to begin with; undefined when they name none. */
export function quantityIn(words: string): QuantityDraft | undefined {
  const found = (CHINESE.exec(words) ?? ENGLISH.exec(words))?.groups;
  if (!found) return undefined;
  const amount = Number((found['amount'] ?? '').replaceAll(',', '').replace(/\.$/, ''));
  if (!(amount > 0)) return undefined;
  const period = PERIODS[(found['before'] ?? found['after'] ?? '').toLowerCase()] ?? 'ONCE';
  return { amount: String(found['many'] ? amount * 10_000 : amount), unit: found['unit'], period };
}
