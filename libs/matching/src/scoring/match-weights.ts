import { CriterionKey } from '../criteria/match-criterion.js';

/** The weights of the criteria, as versioned data: a match says which version made it. */
export interface MatchWeights {
  readonly version: string;
  readonly weights: Readonly<Record<CriterionKey, number>>;
}

/** Second version: what is offered decides, facts follow, recognition and freshness break ties; the field of use apart. */
export const MATCH_WEIGHTS: MatchWeights = {
  version: '2026-11-2',
  weights: {
    [CriterionKey.CONCEPT_COVERAGE]: 40,
    [CriterionKey.APPLICATION]: 6,
    [CriterionKey.TECHNICAL_ENVELOPE]: 10,
    [CriterionKey.TEXT_CLOSENESS]: 12,
    [CriterionKey.CAPACITY]: 8,
    [CriterionKey.LEAD_TIME]: 5,
    [CriterionKey.PRICE]: 6,
    [CriterionKey.CERTIFICATES]: 10,
    [CriterionKey.REGION]: 6,
    [CriterionKey.TIER]: 3,
    [CriterionKey.TRUST]: 6,
  },
};
