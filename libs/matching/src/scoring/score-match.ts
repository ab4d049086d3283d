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
import type { NeedReading } from '@app/need-reading';
import { bearingOf } from './bearing.js';
import { judgeCriterion } from './judge-criterion.js';
import { MatchFit, matchFit } from './match-fit.js';
import type { MatchWeights } from './match-weights.js';

/** One criterion on a card. */
export interface ScoredCriterion extends CriterionJudgement {
  readonly key: CriterionKey;
  readonly weight: number;
  /** Whether the supplier stated the facts in its response to the need. */
  readonly statedForNeed: boolean;
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

/** What is offered, as opposed to facts about whoever offers it. */
const OFFER: ReadonlySet<CriterionKey> = new Set([
  CriterionKey.CONCEPT_COVERAGE,
  CriterionKey.TEXT_CLOSENESS,
  CriterionKey.MEANING,
  CriterionKey.MODEL_MEANING,
]);
/** The most that a criterion can score for a candidate. */
function highest({ key }: ScoredCriterion, bearing: number): number {
  return OFFER.has(key) ? 1 : bearing;
}

function couldGain(criterion: ScoredCriterion, bearing: number): number {
  return criterion.missingFact ? criterion.weight * (highest(criterion, bearing) - criterion.score) : 0;
}

/** What is still unknown and would add, could it be met in full. */
function openWeight(scored: readonly ScoredCriterion[], bearing: number): number {
  return scored
    .filter(({ state, saidOnly }) => state === CriterionState.UNKNOWN || saidOnly === true)
    .reduce((sum, criterion) => sum + criterion.weight * (highest(criterion, bearing) - criterion.score), 0);
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
  const judged = criteria.flatMap((criterion): ScoredCriterion[] => {
    const judgement = judgeCriterion(criterion, need, candidate, context);
    const { key } = criterion;
    const statedForNeed = candidate.statedForNeed?.includes(key) ?? false;
    return judgement ? [{ ...judgement, key, weight: weights[key], statedForNeed }] : [];
  });
  const bearing = bearingOf(judged);
  const scored = judged.map((c) => (OFFER.has(c.key) ? c : { ...c, score: c.score * bearing }));
  const total = scored.reduce((sum, c) => sum + c.weight, 0);
  const points = scored.reduce((sum, c) => sum + c.weight * c.score, 0);
  const gain = (criterion: ScoredCriterion) => couldGain(criterion, bearing);
  const best = [...scored].sort((a, b) => gain(b) - gain(a))[0];
  const onlyNear = isNotOffered(need, candidate) || context.onlyServes === true;
  const percent = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  return {
    score: percent(points),
    reachable: percent(points + openWeight(scored, bearing)),
    coverage: {
      known: scored.reduce((sum, c) => sum + c.facts.known, 0),
      asked: scored.reduce((sum, c) => sum + c.facts.asked, 0),
    },
    fit: onlyNear ? MatchFit.NEAR : matchFit(context.partFits),
    criteria: scored,
    decidingFact: best && gain(best) > 0 ? (best.missingFact ?? null) : null,
    weightsVersion: version,
  };
}
