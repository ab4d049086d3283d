import { CriterionKey } from '../criterion-key.js';
import { CriterionState, type MatchCriterion, unknown } from './match-criterion.js';
import type { PartFit } from '../words/fit-parts.js';

/** From this fit on a field of use counts as one that the supplier speaks of. */
const SPOKEN_OF = 0.5;

function words(fits: readonly PartFit[]): string {
  return fits.map(({ part }) => part.text).join('、');
}

/**
 * Does the supplier speak of the field of use? Makers seldom name the fields they serve, so silence is unknown, not
 * unmet, and stands apart from what is offered.
 */
export const application: MatchCriterion = {
  key: CriterionKey.APPLICATION,
  judge(_need, _candidate, { partFits }) {
    const fits = partFits.filter(({ part }) => part.role === 'APPLICATION');
    if (fits.length === 0) return null;
    const met = fits.filter(({ fit }) => fit >= SPOKEN_OF);
    const silent = fits.filter((fit) => !met.includes(fit));
    const params = { met: words(met), missing: words(silent) };
    const missing = { code: 'FACT_APPLICATION', params: { fields: words(silent) } };
    if (met.length === 0) {
      const open = unknown({ code: 'MATCH_APPLICATION_UNKNOWN', params }, missing, fits.length);
      return { ...open, parts: fits };
    }
    const all = silent.length === 0;
    return {
      state: all ? CriterionState.MET : CriterionState.PARTLY,
      score: met.reduce((sum, { fit }) => sum + fit, 0) / fits.length,
      reason: { code: all ? 'MATCH_APPLICATION_MET' : 'MATCH_APPLICATION_SOME', params },
      ...(all ? {} : { missingFact: missing }),
      facts: { asked: fits.length, known: met.length },
      parts: fits,
    };
  },
};
