import { ScopeActivity } from '@app/capabilities';
import { foldText } from '@app/kernel';
import type { ConceptExtractor } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';

/** A buyer looks for makers: whoever only deals in a thing meets the need less. */
const DEALER_WORTH = 0.75;

/** A candidate's words, folded, and the concepts in them: the capability's own, and its organization's. */
export interface CandidateWords {
  readonly capability: string;
  readonly capabilityConcepts: readonly string[];
  /** What a thing named by the capability is worth as evidence that it can be had made. */
  readonly worth: number;
  readonly organization: string;
  readonly organizationConcepts: readonly string[];
}

/** Prepares a candidate's words for comparing. */
export function candidateWords(candidate: CandidateFacts, extractor: ConceptExtractor): CandidateWords {
  const own = [candidate.title, ...candidate.materials, ...candidate.processes];
  const told = foldText([...own, candidate.description ?? '', candidate.specification ?? ''].join('，'));
  const organization = foldText(candidate.organizationText);
  const concepts = (text: string) => extractor.hits(text).map((hit) => hit.conceptId);
  return {
    capability: told,
    capabilityConcepts: [...new Set([...candidate.conceptIds, ...concepts(told)])],
    worth: candidate.activity === ScopeActivity.TRADES ? DEALER_WORTH : 1,
    organization,
    organizationConcepts: [...new Set(concepts(organization))],
  };
}
