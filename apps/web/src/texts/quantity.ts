import type { Translate } from './texts.js';
import { unitTexts } from './enum.texts.js';

/** The default unit. */
export const PIECES = '件';

/** The name of a unit in the reader's language; a unit without a translation is shown as it was written. */
export function unitName(unit: string, t: Translate): string {
  const key = `unit.${unit}`;
  return Object.hasOwn(unitTexts, key) ? t(key as keyof typeof unitTexts) : unit;
}

/** The stored unit for what a person typed. */
export function storedUnit(words: string | undefined): string {
  const unit = words?.trim() ?? '';
  return unit === '' || unit.toLowerCase() === unitTexts['unit.件'].en ? PIECES : unit;
}

/** An amount as a form holds it. */
export interface QuantityDraft {
  readonly amount?: string | null;
  readonly unit?: string;
  readonly period?: 'ONCE' | 'MONTH' | 'YEAR';
}

/** The API input for a quantity; null when no amount was entered. */
export function quantityOf(draft: QuantityDraft | undefined) {
  if (!draft?.amount) return null;
  return {
    amount: String(draft.amount),
    unit: storedUnit(draft.unit),
    period: draft.period ?? ('ONCE' as const),
  };
}

const UNITS = '件|个|台|套|只|根|片|吨|公斤|千克|米';
/** Words that may follow a month or a year and precede its amount: 产量, 产能, 需求量, 用量, 供货量, 采购量. */
const OF_A_PERIOD = '(?:产[量能]?|需求?量?|用量?|供货?量?|采购?量?)';
/** 每月, 每年约, 年产, 月需求量. Without 每 or 一 a quantity word must follow, because 12月 is a date. */
const BEFORE = `(?:[每一](?<each>[月年])${OF_A_PERIOD}?|(?<before>[月年])度?${OF_A_PERIOD})约?`;
/** 每月5000件, 年产6万件, 2万套/年, 首批200台 */
const CHINESE = new RegExp(
  `(?:${BEFORE})?\\s*(?<amount>\\d[\\d,.]*)\\s*(?<many>万)?\\s*(?<unit>${UNITS})(?:\\s*[/每](?<after>[月年]))?`,
  'u',
);
/** 5,000 a month, 20,000 pieces per year */
const ENGLISH =
  /(?<amount>\d[\d,.]*)\s*(?:pieces|pcs|sets|units)?\s*(?:a|per|every|\/)\s*(?<after>month|year)/i;
/** 200 pieces, once */
const ENGLISH_ONCE = /(?<amount>\d[\d,.]*)\s*(?:pieces|pcs|sets|units)\b/i;

const PERIODS: Readonly<Record<string, QuantityDraft['period']>> = {
  月: 'MONTH',
  年: 'YEAR',
  month: 'MONTH',
  year: 'YEAR',
};

/** The first amount in a text that has a unit or a period; used to fill in a form. Undefined when there is none. */
export function quantityIn(words: string): QuantityDraft | undefined {
  const found = (CHINESE.exec(words) ?? ENGLISH.exec(words) ?? ENGLISH_ONCE.exec(words))?.groups;
  if (!found) return undefined;
  const amount = Number((found['amount'] ?? '').replaceAll(',', '').replace(/\.$/, ''));
  if (!(amount > 0)) return undefined;
  const said = found['each'] ?? found['before'] ?? found['after'] ?? '';
  const period = PERIODS[said.toLowerCase()] ?? 'ONCE';
  return { amount: String(found['many'] ? amount * 10_000 : amount), unit: found['unit'], period };
}
