import { compareDecimals, type Decimal, decimalRatio, type LocalizedText } from '@app/kernel';
import type { AskedPrice } from '@app/need-reading';
import { unitRatio } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, type Reason, stateOf, unknown } from './match-criterion.js';

/** Preferred numbers of the series R10 (ISO 3): each about a quarter above the one before, the same in every decade. */
const SERIES = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10];
/** Prices are exact, quotients of them are not. */
const ROUNDING = 1 + 1e-9;

/**
 * The upper end of the band in which a positive amount lies, in the same currency and unit: the least preferred number
 * that is not below it, so 95 gives 100 and 100 gives 100.
 *
 * An amount that its buyer hides is compared by its band alone. Whoever asks with ever other prices learns the band and
 * nothing finer, however often: all amounts of one band lead to the same answers.
 */
export function bandEnd(amount: Decimal): number {
  const value = Number(amount);
  const decade = 10 ** Math.floor(Math.log10(value));
  const step = SERIES.find((each) => value <= each * decade * ROUNDING);
  return (step ?? 10) * decade;
}

/** Whether a price lies in the band of a hidden amount or below it. */
export function withinBand(price: number, amount: Decimal): boolean {
  return price <= bandEnd(amount) * ROUNDING;
}

/** Half as dear again as the target scores nothing. */
const NOTHING_AT = 1.5;

/** What was said of a price where it can be compared. */
interface Offer {
  /** Lowest price, as the supplier states it. */
  readonly stated: string;
  /** Units of the target's basis in one of the offered. */
  readonly factor: number;
  readonly basis: string;
  readonly currency: string;
}

/** Hidden from the reader is hidden by the buyer, whatever the need says. */
function isHidden({ hidden, shown }: AskedPrice): boolean {
  return hidden === true || !shown;
}

/** The lowest price offered, in a currency and unit that compare with the target's; null where there is none. */
function comparableOffer(target: AskedPrice, price: CandidateFacts['price']): Offer | null {
  const stated = price?.min ?? price?.max ?? null;
  const factor = price && unitRatio(target.basis, price.basis);
  if (!price || stated === null || !factor || price.currency !== target.currency) return null;
  return { stated, factor, basis: price.basis, currency: price.currency };
}

/** A budget has one band whatever number of pieces is asked for, or two numbers would tell more than one. */
function liesInBand({ max, budget }: AskedPrice, apiece: number): boolean {
  return budget ? withinBand(apiece * Number(budget.pieces), budget.amount) : withinBand(apiece, max);
}

/** 1 within the target, less the further above; of a hidden target only whether the offer lies in its band. */
function scoreOf(target: AskedPrice, { stated, factor }: Offer): number {
  if (isHidden(target)) return liesInBand(target, Number(stated) * factor) ? 1 : 0;
  const ratio = decimalRatio(stated, target.max) * factor;
  return ratio <= 1 ? 1 : Math.max(0, (NOTHING_AT - ratio) / (NOTHING_AT - 1));
}

function spoken({ max, currency, budget }: AskedPrice): LocalizedText {
  return budget
    ? { zh: `预算折合单价 ${max} ${currency}`, en: `the budget of ${max} ${currency} apiece` }
    : { zh: `目标价 ${max} ${currency}`, en: `the target of ${max} ${currency}` };
}

function verdict(target: AskedPrice, offer: Offer, score: number): Reason {
  const within = score >= 0.999 ? 'WITHIN' : 'ABOVE';
  if (!target.shown) return { code: `MATCH_PRICE_${within}_HIDDEN`, params: {} };
  const kept = isHidden(target) ? '_BAND' : '';
  const params = {
    target: spoken(target),
    offered: `${offer.stated} ${offer.currency}`,
    basis: offer.basis,
  };
  return { code: `MATCH_PRICE_${within}${kept}`, params };
}

/**
 * Is the supplier's lowest price within what the buyer would pay? An amount that the buyer hides is compared by its band
 * (price-band.ts), for the buyer's own card as for the supplier's: both get the same score, and from no number of offers
 * can the amount be reckoned. Only the reason differs: the buyer reads its own number.
 */
export const price: MatchCriterion = {
  key: CriterionKey.PRICE,
  judge(need, candidate) {
    const target = need.conditions.price;
    if (!target) return null;
    const missing: Reason = { code: 'FACT_PRICE', params: { basis: target.basis } };
    const offer = comparableOffer(target, candidate.price);
    if (!offer || compareDecimals(target.max, '0') <= 0)
      return unknown({ code: 'MATCH_PRICE_UNKNOWN', params: {} }, missing);
    if (candidate.price?.taxIncluded !== target.taxIncluded)
      return unknown({ code: 'MATCH_PRICE_OTHER_TAX', params: {} }, missing);
    const score = scoreOf(target, offer);
    return {
      state: stateOf(score),
      score,
      reason: verdict(target, offer, score),
      facts: { asked: 1, known: 1 },
    };
  },
};
