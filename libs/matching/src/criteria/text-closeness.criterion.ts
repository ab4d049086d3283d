import { CriterionKey, type MatchCriterion, stateOf } from './match-criterion.js';

/** How much of the need's own wording, rare words counting more, stands in the supplier's words. */
export const textCloseness: MatchCriterion = {
  key: CriterionKey.TEXT_CLOSENESS,
  judge(need, _candidate, context) {
    if (!need.subject) return null;
    const score = context.textCloseness;
    return {
      state: stateOf(score, 0.8),
      score,
      reason: { code: 'MATCH_WORDING', params: { percent: Math.round(score * 100) } },
      facts: { asked: 1, known: 1 },
    };
  },
};
