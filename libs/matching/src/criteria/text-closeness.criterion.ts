import { isNotOffered, NOT_OFFERED } from './concept-coverage.criterion.js';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf } from './match-criterion.js';

/** How near the supplier's words come to the need's whole wording, rare words counting more; conditions count half. */
export const textCloseness: MatchCriterion = {
  key: CriterionKey.TEXT_CLOSENESS,
  judge(need, candidate, { closeness }) {
    if (!need.wording) return null;
    if (isNotOffered(need, candidate)) return NOT_OFFERED;
    return {
      state: stateOf(closeness.score, 0.8),
      score: closeness.score,
      reason: {
        code: 'MATCH_WORDING',
        params: { percent: percent(closeness.share), whole: percent(closeness.score) },
      },
      facts: { asked: 1, known: 1 },
    };
  },
};

function percent(share: number): number {
  return Math.round(share * 100);
}
