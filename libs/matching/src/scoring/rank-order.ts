import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { ScoredMatch } from './score-match.js';

/** A match with the capability that was compared. */
interface Ranked extends Pick<ScoredMatch, 'score' | 'reachable'> {
  readonly candidate: Pick<CandidateFacts, 'capabilityId'>;
}

/** The order of matches on both sides: the higher score, what could reach more; the rest by id. */
export function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    b.reachable - a.reachable ||
    compareIds(a.candidate.capabilityId, b.candidate.capabilityId)
  );
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
