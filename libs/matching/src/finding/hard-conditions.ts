import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { NeedReading } from '../reading/need-reading.js';

/**
 * Whether a candidate stays: only what the buyer demanded and what is known to fail removes one. What nobody has said
 * removes nobody.
 */
export function staysPossible(need: NeedReading, candidate: CandidateFacts): boolean {
  const { excludedOrganizationIds, excludedRegions } = need.conditions;
  if (excludedOrganizationIds.includes(candidate.organizationId)) return false;
  const place = candidate.regionCode;
  return !(place && excludedRegions.some((code) => place.startsWith(code)));
}
