import { compareDecimals, decimalRatio } from '@app/kernel';
import { CriterionKey, type MatchCriterion, type Reason, stateOf, unknown } from './match-criterion.js';
import { sameUnit } from './units.js';

/** Half as dear again as the target scores nothing. */
const NOTHING_AT = 1.5;

/** The score of an offer by its ratio to the target. */
function scoreOf(ratio: number, shown: boolean): number {
  if (ratio <= 1) return 1;
  return shown ? Math.max(0, (NOTHING_AT - ratio) / (NOTHING_AT - 1)) : 0;
}

function verdict(score: number, hidden: boolean, params: Reason['params']): Reason {
  const met = score >= 0.999;
  if (hidden) return { code: met ? 'MATCH_PRICE_WITHIN_HIDDEN' : 'MATCH_PRICE_ABOVE_HIDDEN', params: {} };
  return { code: met ? 'MATCH_PRICE_WITHIN' : 'MATCH_PRICE_ABOVE', params };
}

/**
 * Is the supplier's lowest price within the buyer's target? A hidden target shows only as within or above; its score
 * is then all or nothing, since from a share and the offer the target could be reckoned.
 */
export const price: MatchCriterion = {
  key: CriterionKey.PRICE,
  judge(need, candidate) {
    const target = need.conditions.price;
    if (!target) return null;
    const missing: Reason = { code: 'FACT_PRICE', params: { basis: target.basis } };
    const offered = candidate.price;
    const lowest = offered?.min ?? offered?.max ?? null;
    const factor = offered && sameUnit(target.basis, offered.basis);
    if (
      !offered ||
      lowest === null ||
      !factor ||
      offered.currency !== target.currency ||
      compareDecimals(target.max, '0') <= 0
    ) {
      return unknown({ code: 'MATCH_PRICE_UNKNOWN', params: {} }, missing);
    }
    if (offered.taxIncluded !== target.taxIncluded)
      return unknown({ code: 'MATCH_PRICE_OTHER_TAX', params: {} }, missing);
    const ratio = decimalRatio(lowest, target.max) * factor;
    const score = scoreOf(ratio, target.shown);
    const params = {
      target: `${target.max} ${target.currency}`,
      offered: `${lowest} ${offered.currency}`,
      basis: offered.basis,
    };
    return {
      state: stateOf(score),
      score,
      reason: verdict(score, !target.shown, params),
      facts: { asked: 1, known: 1 },
    };
  },
};
