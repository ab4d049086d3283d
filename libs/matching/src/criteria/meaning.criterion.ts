import { isNotOffered, NOT_OFFERED } from './concept-coverage.criterion.js';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf } from './match-criterion.js';

/**
 * How near a listing comes in meaning to an outside model, where one is used. It applies only where the model has computed
 * both texts: a text that waits for it neither gains nor loses.
 */
export const modelMeaning: MatchCriterion = {
  key: CriterionKey.MODEL_MEANING,
  judge(need, candidate, { modelNearness }) {
    if (modelNearness === null || modelNearness === undefined) return null;
    if (isNotOffered(need, candidate)) return NOT_OFFERED;
    return {
      state: stateOf(modelNearness, 0.8),
      score: modelNearness,
      reason: { code: 'MATCH_MODEL_MEANING', params: { percent: Math.round(modelNearness * 100) } },
      // No fact of the supplier: whom the model does not know yet is not behind anybody.
      facts: { asked: 0, known: 0 },
    };
  },
};

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
