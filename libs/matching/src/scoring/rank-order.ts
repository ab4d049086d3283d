import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { MatchFit } from './match-fit.js';
import type { ScoredMatch } from './score-match.js';

/** A match with the capability that was compared. */
interface Ranked extends Pick<ScoredMatch, 'fit' | 'score' | 'reachable'> {
  readonly candidate: Pick<CandidateFacts, 'capabilityId'>;
}

/** What fits stands before what only comes near. */
function fitRank({ fit }: Ranked): number {
  return fit === MatchFit.FITS ? 0 : 1;
}

/** The order of matches on both sides: what fits, the higher score, what could reach more; the rest by id. */
export function byFit(a: Ranked, b: Ranked): number {
  return (
    fitRank(a) - fitRank(b) ||
    b.score - a.score ||
    b.reachable - a.reachable ||
    compareIds(a.candidate.capabilityId, b.candidate.capabilityId)
  );
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
