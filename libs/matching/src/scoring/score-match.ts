import type { CandidateFacts } from '../candidates/candidate-facts.js';
import {
  CriterionKey,
  type CriterionJudgement,
  CriterionState,
  type MatchContext,
  type MatchCriterion,
  type Reason,
} from '../criteria/match-criterion.js';
import { isNotOffered } from '../criteria/concept-coverage.criterion.js';
import type { NeedReading } from '../reading/need-reading.js';
import { MatchFit, matchFit } from './match-fit.js';
import type { MatchWeights } from './match-weights.js';

/** One criterion on a card. */
export interface ScoredCriterion extends CriterionJudgement {
  readonly key: CriterionKey;
  readonly weight: number;
}

/** A need and a capability compared: score, what it could reach, and why. */
export interface ScoredMatch {
  /** 0 to 100. */
  readonly score: number;
  /** The score if every unknown were met, 0 to 100. */
  readonly reachable: number;
  /** Facts that the need asks about, and how many of them are known. */
  readonly coverage: { readonly known: number; readonly asked: number };
  /** Whether it is the thing asked for or only comes near. */
  readonly fit: MatchFit;
  readonly criteria: readonly ScoredCriterion[];
  /** The missing fact whose answer could raise the score most. */
  readonly decidingFact: Reason | null;
  readonly weightsVersion: string;
}

function couldGain(criterion: ScoredCriterion): number {
  return criterion.missingFact ? criterion.weight * (1 - criterion.score) : 0;
}

/**
 * Scores a candidate: 100 × Σ weight × score ÷ Σ weight of all criteria that apply to the need. Unknown adds nothing
 * and disqualifies nobody. Pure: the same input gives the same card for both sides.
 */
export function scoreMatch(
  need: NeedReading,
  candidate: CandidateFacts,
  context: MatchContext,
  criteria: readonly MatchCriterion[],
  { weights, version }: MatchWeights,
): ScoredMatch {
  const scored = criteria.flatMap((criterion): ScoredCriterion[] => {
    const judgement = criterion.judge(need, candidate, context);
    return judgement ? [{ ...judgement, key: criterion.key, weight: weights[criterion.key] }] : [];
  });
  const total = scored.reduce((sum, c) => sum + c.weight, 0);
  const points = scored.reduce((sum, c) => sum + c.weight * c.score, 0);
  const open = scored.filter((c) => c.state === CriterionState.UNKNOWN).reduce((sum, c) => sum + c.weight, 0);
  const best = [...scored].sort((a, b) => couldGain(b) - couldGain(a))[0];
  const percent = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  return {
    score: percent(points),
    reachable: percent(points + open),
    coverage: {
      known: scored.reduce((sum, c) => sum + c.facts.known, 0),
      asked: scored.reduce((sum, c) => sum + c.facts.asked, 0),
    },
    fit: isNotOffered(need, candidate) ? MatchFit.NEAR : matchFit(context.partFits),
    criteria: scored,
    decidingFact: best && couldGain(best) > 0 ? (best.missingFact ?? null) : null,
    weightsVersion: version,
  };
}
