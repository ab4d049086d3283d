import type { CapabilityTerms } from './capability.entity.js';
import { CapabilityFact } from './capability.enums.js';

/** All groups of facts. */
export const FACT_GROUPS: readonly CapabilityFact[] = Object.values(CapabilityFact);

/** What a capability states in each group; whoever says one of them confirms the group. */
export const FACTS_OF = {
  [CapabilityFact.TECHNICAL]: ['parameters', 'materials', 'processes', 'specification'],
  [CapabilityFact.CAPACITY]: ['capacity', 'minimumOrder'],
  [CapabilityFact.PRICE]: ['price'],
  [CapabilityFact.LEAD_TIME]: ['leadTimeDays'],
  [CapabilityFact.DELIVERY]: ['regionsServed'],
} as const;

/** The groups of facts that some terms speak of. */
export function spokenOf(terms: CapabilityTerms): CapabilityFact[] {
  return FACT_GROUPS.filter((group) => FACTS_OF[group].some((fact) => terms[fact] !== undefined));
}
