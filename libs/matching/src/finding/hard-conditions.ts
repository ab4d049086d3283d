import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { NeedReading } from '@app/need-reading';

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

/**
 * Whether the supplier is known not to hold a certificate that the buyer marked as required. It leaves the lists of both
 * sides; who asks for the very pair still reads on its card why.
 */
export function deniesRequired(need: NeedReading, candidate: CandidateFacts): boolean {
  const held = new Set(candidate.certificates.map(({ kindId }) => kindId));
  return need.conditions.requiredCertificates.some(
    (kindId) => !held.has(kindId) && candidate.deniedCertificates?.includes(kindId) === true,
  );
}

/** Whether a candidate may stand in a list. */
export function mayBeListed(need: NeedReading, candidate: CandidateFacts): boolean {
  return staysPossible(need, candidate) && !deniesRequired(need, candidate);
}
