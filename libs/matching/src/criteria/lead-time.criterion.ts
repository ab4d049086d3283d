import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf, unknown } from './match-criterion.js';

/** Does it come in time? Twice the time asked for scores nothing. */
export const leadTime: MatchCriterion = {
  key: CriterionKey.LEAD_TIME,
  judge(need, candidate) {
    const wanted = need.conditions.deliverInDays;
    if (wanted === undefined || wanted <= 0) return null;
    const offered = candidate.leadTimeDays;
    if (offered === null) {
      return unknown(
        { code: 'MATCH_LEAD_TIME_UNKNOWN', params: { wanted } },
        { code: 'FACT_LEAD_TIME', params: {} },
      );
    }
    const score = offered <= wanted ? 1 : Math.max(0, 2 - offered / wanted);
    const code = offered <= wanted ? 'MATCH_LEAD_TIME_MET' : 'MATCH_LEAD_TIME_LATE';
    return {
      state: stateOf(score),
      score,
      reason: { code, params: { wanted, offered } },
      facts: { asked: 1, known: 1 },
    };
  },
};
