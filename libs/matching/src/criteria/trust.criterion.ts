import { FactState } from '@app/kernel';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf } from './match-criterion.js';

/** What a statement is worth by who made it: checked by staff, declared by the supplier, imported, or merely inferred. */
const BY_STATE: Readonly<Record<FactState, number>> = {
  [FactState.CHECKED]: 1,
  [FactState.DECLARED]: 0.8,
  [FactState.IMPORTED]: 0.4,
  [FactState.INFERRED]: 0.2,
  [FactState.EXPIRED]: 0.1,
};

const DAY = 86_400_000;
/** A confirmation loses half of its worth in so many days. */
const HALF_LIFE_DAYS = 180;

/** How long ago the supplier confirmed, in whole days; null when nobody knows. */
function confirmationCode(days: number | null): string {
  if (days === null) return 'MATCH_TRUST_UNCONFIRMED';
  if (days === 0) return 'MATCH_TRUST_CONFIRMED_TODAY';
  return days === 1 ? 'MATCH_TRUST_CONFIRMED_YESTERDAY' : 'MATCH_TRUST_CONFIRMED';
}

/** Who says so, and how long ago? Stale facts lose weight, and an inferred capability stands below a declared one. */
export const trust: MatchCriterion = {
  key: CriterionKey.TRUST,
  judge(_need, candidate, { now }) {
    const worth = BY_STATE[candidate.factState];
    const days = candidate.confirmedAt
      ? Math.max(0, Math.floor((now.getTime() - candidate.confirmedAt.getTime()) / DAY))
      : null;
    const freshness = days === null ? 0.5 : 0.5 + 0.5 * 0.5 ** (days / HALF_LIFE_DAYS);
    const score = worth * freshness;
    const inferred = candidate.factState === FactState.INFERRED;
    const code = inferred ? 'MATCH_TRUST_INFERRED' : confirmationCode(days);
    return {
      state: stateOf(score, 0.7),
      score,
      reason: { code, params: { days: days ?? 0 } },
      ...(score < 0.7 ? { missingFact: { code: 'FACT_CONFIRMATION', params: {} } } : {}),
      facts: { asked: 1, known: 1 },
    };
  },
};
