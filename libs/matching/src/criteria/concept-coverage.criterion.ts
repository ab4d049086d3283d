import {
  CriterionKey,
  CriterionState,
  type CriterionJudgement,
  type MatchContext,
  type MatchCriterion,
  stateOf,
} from './match-criterion.js';
import type { PartFit } from './part-fit.js';
import type { NeedReading } from '../reading/need-reading.js';
import type { CandidateFacts } from '../candidates/candidate-facts.js';

/** A part that nothing met still leaves this much of the product, or one odd word would hide every supplier. */
const FLOOR = 0.03;

/** From this coverage on the criterion counts as met: a narrower or equal concept for every part. */
const MET_FROM = 0.85;

/** Weighted geometric mean of the fits, so that one strong part cannot hide a missing one; 0 when nothing fits at all. */
export function coverageOf(fits: readonly PartFit[]): number {
  const total = fits.reduce((sum, { part }) => sum + part.weight, 0);
  if (total === 0 || fits.every(({ fit }) => fit === 0)) return 0;
  const logarithm = fits.reduce(
    (sum, { part, fit }) => sum + part.weight * Math.log(Math.max(fit, FLOOR)),
    0,
  );
  return Math.exp(logarithm / total);
}

/** Whether the supplier said of this need that it does not do it: that outweighs whatever its words promise. */
export function isNotOffered({ description }: NeedReading, { notOfferedFor }: CandidateFacts): boolean {
  return description.needId !== undefined && notOfferedFor?.includes(description.needId) === true;
}

/** The judgement of what is offered, where the supplier said that it does not do it. */
export const NOT_OFFERED: CriterionJudgement = {
  state: CriterionState.UNMET,
  score: 0,
  reason: { code: 'MATCH_NOT_OFFERED', params: {} },
  facts: { asked: 1, known: 1 },
};

/** Is it the thing asked for: of that material, by that process, of that kind? */
export const conceptCoverage: MatchCriterion = {
  key: CriterionKey.CONCEPT_COVERAGE,
  judge(need: NeedReading, candidate: CandidateFacts, context: MatchContext): CriterionJudgement | null {
    const fits = context.partFits.filter(({ part }) => part.role !== 'APPLICATION');
    if (fits.length === 0) return null;
    if (isNotOffered(need, candidate)) return NOT_OFFERED;
    const score = coverageOf(fits);
    const met = fits.filter(({ fit }) => fit >= 0.5);
    const missing = fits.filter(({ fit }) => fit < 0.5);
    const words = (list: readonly PartFit[]) => list.map(({ part }) => part.text).join('、');
    const code =
      missing.length === 0
        ? 'MATCH_CONCEPTS_ALL'
        : met.length === 0
          ? 'MATCH_CONCEPTS_NONE'
          : 'MATCH_CONCEPTS_SOME';
    return {
      state: stateOf(score, MET_FROM),
      score,
      reason: { code, params: { met: words(met), missing: words(missing) } },
      facts: { asked: 1, known: 1 },
      parts: fits,
    };
  },
};
