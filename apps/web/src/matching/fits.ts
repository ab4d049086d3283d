import type { Criterion } from './match-list.query.js';

/** As much of a match as tells whether it fits. */
interface Fit {
  readonly card: { readonly criteria: readonly Pick<Criterion, 'key' | 'state' | 'score'>[] };
}

/** Below this share of what is looked for a supplier only comes near. */
const COVERED = 0.5;

/** Whether all that is looked for is met by what the supplier offers, as far as words tell. */
export function fits({ card }: Fit): boolean {
  const coverage = card.criteria.find(({ key }) => key === 'CONCEPT_COVERAGE');
  return !coverage || coverage.state === 'MET' || (coverage.state === 'PARTLY' && coverage.score >= COVERED);
}

/** How many of the first matches fit; after them matches only come near. */
export function firstNear(matches: readonly Fit[]): number {
  const last = matches.findLastIndex(fits);
  return last + 1;
}
