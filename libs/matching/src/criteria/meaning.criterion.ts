import { isNotOffered, NOT_OFFERED } from './concept-coverage.criterion.js';
import { CriterionKey, type MatchCriterion, stateOf } from './match-criterion.js';

/**
 * How near a listing comes in meaning, by the platform's own word vectors: other words for the same trade. It applies
 * only where the vectors know enough of the need.
 */
export const meaning: MatchCriterion = {
  key: CriterionKey.MEANING,
  judge(need, candidate, context) {
    if (context.meaning === null) return null;
    if (isNotOffered(need, candidate)) return NOT_OFFERED;
    const score = context.meaning;
    return {
      state: stateOf(score, 0.8),
      score,
      reason: { code: 'MATCH_MEANING', params: { percent: Math.round(score * 100) } },
      facts: { asked: 1, known: 1 },
    };
  },
};
