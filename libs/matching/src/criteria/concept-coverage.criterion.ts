import { CriterionKey } from '../criterion-key.js';
import {
  CriterionState,
  type CriterionJudgement,
  type MatchContext,
  type MatchCriterion,
  type Reason,
  stateOf,
} from './match-criterion.js';
import type { PartFit } from '../words/fit-parts.js';
import type { NeedReading } from '@app/need-reading';
import type { CandidateFacts } from '../candidates/candidate-facts.js';

/** A part that nothing met still leaves this much of the product, or one odd word would hide every supplier. */
const FLOOR = 0.03;

/** From this coverage on the criterion counts as met: a narrower or equal concept for every part. */
const MET_FROM = 0.85;
/** From this fit on the thing named instead is worth telling. */
const NAMED_NEAR = 0.25;

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

/** The thing asked for, where only a broader or neighbouring thing is named: reducers for harmonic reducers. */
function broader(fits: readonly PartFit[]): PartFit | undefined {
  return fits.find(
    ({ part, fit, met, place }) =>
      part.role === 'HEAD' &&
      place === 'CONCEPT' &&
      met !== null &&
      !met.includes(part.text) &&
      fit >= NAMED_NEAR &&
      fit < MET_FROM,
  );
}

function reasonOf(fits: readonly PartFit[], onlyServes: boolean): Reason {
  if (onlyServes) return { code: 'MATCH_CONCEPTS_ONLY_SERVES', params: {} };
  const near = broader(fits);
  const others = fits.filter((fit) => fit !== near);
  const met = others.filter(({ fit }) => fit >= 0.5);
  const missing = others.filter(({ fit }) => fit < 0.5);
  const words = (list: readonly PartFit[]) => list.map(({ part }) => part.text).join('、');
  const params = { met: words(met), missing: words(missing) };
  if (near) {
    const asked = { ...params, broader: near.met ?? '', asked: near.part.text };
    return {
      code: met.length === 0 ? 'MATCH_CONCEPTS_BROADER' : 'MATCH_CONCEPTS_BROADER_SOME',
      params: asked,
    };
  }
  if (missing.length === 0) return { code: 'MATCH_CONCEPTS_ALL', params };
  return { code: met.length === 0 ? 'MATCH_CONCEPTS_NONE' : 'MATCH_CONCEPTS_SOME', params };
}

/** Is it the thing asked for: of that material, by that process, of that kind? */
export const conceptCoverage: MatchCriterion = {
  key: CriterionKey.CONCEPT_COVERAGE,
  judge(need: NeedReading, candidate: CandidateFacts, context: MatchContext): CriterionJudgement | null {
    const fits = context.partFits.filter(({ part }) => part.role !== 'APPLICATION');
    if (fits.length === 0) return null;
    if (isNotOffered(need, candidate)) return NOT_OFFERED;
    const score = coverageOf(fits);
    return {
      state: stateOf(score, MET_FROM),
      score,
      reason: reasonOf(fits, context.onlyServes === true),
      facts: { asked: 1, known: 1 },
      parts: fits,
    };
  },
};
