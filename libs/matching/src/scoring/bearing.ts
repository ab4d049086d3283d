import { CriterionKey, type CriterionJudgement } from '../criteria/match-criterion.js';
import type { PartFit } from '../criteria/part-fit.js';

/** Coverage and wording that together make a supplier one whose facts count in full. */
const FACTS_COUNT_FROM = 0.5;
/** What the wording counts in that beside coverage, as it does in the score. */
const WORDING_COUNTS = 0.86;
/** What is left of the facts of a supplier of whose words none names what is asked for. */
const OFFERS_OTHER_THINGS = 0.5;
/** From this fit of the thing and the work asked for on, facts count in full. */
const OFFERED_FROM = 0.5;

/** The thing asked for, and the work to be done on it, apart from what only narrows them. */
function isAskedFor({ part }: PartFit): boolean {
  return part.role === 'HEAD' || (part.role === 'DEFINING' && part.kind === 'PROCESS');
}

/** How well the thing and the work asked for are met: the weighted mean of their fits; 1 where the need names neither. */
function offeredOf(parts: readonly PartFit[]): number {
  const asked = parts.filter(isAskedFor);
  const total = asked.reduce((sum, { part }) => sum + part.weight, 0);
  return total === 0 ? 1 : asked.reduce((sum, { part, fit }) => sum + part.weight * fit, 0) / total;
}

/**
 * How far facts count, 0 to 1: that a tannery holds the certificate wanted of a die caster says nothing, or whoever has
 * the most papers would be proposed for everything. A supplier of what only stands beside the thing asked for (光伏组件 for
 * 光伏组件铝边框) shares words enough, so its facts count half as much.
 */
export function bearingOf(
  criteria: readonly (CriterionJudgement & { readonly key: CriterionKey })[],
): number {
  const coverage = criteria.find(({ key }) => key === CriterionKey.CONCEPT_COVERAGE);
  const wording = criteria.find(({ key }) => key === CriterionKey.TEXT_CLOSENESS);
  const said = (coverage?.score ?? 0) + WORDING_COUNTS * (wording?.score ?? 0);
  const offered = Math.min(1, offeredOf(coverage?.parts ?? []) / OFFERED_FROM);
  return Math.min(1, said / FACTS_COUNT_FROM) * (OFFERS_OTHER_THINGS + (1 - OFFERS_OTHER_THINGS) * offered);
}
