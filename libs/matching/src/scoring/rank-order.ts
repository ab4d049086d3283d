import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { ScoredMatch } from './score-match.js';

/** A match with the capability that was compared. */
interface Ranked extends Pick<ScoredMatch, 'score' | 'coverage'> {
  readonly candidate: Pick<CandidateFacts, 'capabilityId'>;
}

/**
 * The order of matches on both sides: the higher score, then of whom more is known; the rest by id. What could be reached
 * has no say: of two equals the one that keeps quiet of what it cannot do would stand first.
 */
export function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    b.coverage.known - a.coverage.known ||
    compareIds(a.candidate.capabilityId, b.candidate.capabilityId)
  );
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
