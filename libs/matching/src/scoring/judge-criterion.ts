import type { CandidateFacts } from '../candidates/candidate-facts.js';
import {
  type CriterionJudgement,
  CriterionState,
  type MatchContext,
  type MatchCriterion,
} from '../criteria/match-criterion.js';
import type { NeedReading } from '@app/need-reading';

/** What a fact that only the listing's words say is worth beside one that its supplier declared. */
const SAID_WORTH = 0.8;

/**
 * The judgement of a criterion: by what was declared, or by what the listing's own words say where that comes to more.
 * Words confirm and never deny, so that neither stating a fact nor taking one away turns them against their supplier.
 */
export function judgeCriterion(
  criterion: MatchCriterion,
  need: NeedReading,
  candidate: CandidateFacts,
  context: MatchContext,
): CriterionJudgement | null {
  const declared = criterion.judge(need, candidate, context);
  if (!declared || declared.score >= SAID_WORTH || !context.said) return declared;
  let best = declared;
  for (const facts of context.said.of(criterion.key)) {
    const said = criterion.judge(need, { ...candidate, ...facts }, context);
    if (said && said.score * SAID_WORTH > best.score) best = asSaid(said, declared);
  }
  return best;
}

function asSaid(said: CriterionJudgement, declared: CriterionJudgement): CriterionJudgement {
  const missingFact = declared.missingFact ?? said.missingFact;
  return {
    ...said,
    state: CriterionState.PARTLY,
    score: said.score * SAID_WORTH,
    saidOnly: true,
    ...(missingFact ? { missingFact } : {}),
  };
}
