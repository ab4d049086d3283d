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
