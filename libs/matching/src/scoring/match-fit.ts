import { coverageOf } from '../criteria/concept-coverage.criterion.js';
import type { PartFit } from '../criteria/part-fit.js';

/** Whether a match is the thing asked for, or only comes near. */
export enum MatchFit {
  FITS = 'FITS',
  NEAR = 'NEAR',
}

/** Below this the words that met a part speak of something else than what is asked. */
const MET_FROM = 0.5;

/**
 * Whether a candidate offers what is asked for: what weighs most in the need is met by the thing itself, and so are,
 * taken together, the thing and what defines it. Conditions, narrowing words and the field of use have no say.
 */
export function matchFit(partFits: readonly PartFit[]): MatchFit {
  const asked = partFits.filter(({ part }) => part.role === 'HEAD' || part.role === 'DEFINING');
  const heaviest = Math.max(0, ...asked.map(({ part }) => part.weight));
  const met = asked.every(({ part, fit }) => part.weight < heaviest || fit >= MET_FROM);
  return met && coverageOf(asked) >= MET_FROM ? MatchFit.FITS : MatchFit.NEAR;
}
