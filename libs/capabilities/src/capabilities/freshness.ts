import { CapabilityFact } from './capability.enums.js';
import type { FactSource } from './capability-values.js';
import type { CapabilityTerms } from './capability.entity.js';

const DAY_MS = 86_400_000;

/** After so many days without a word from the supplier a group of facts counts as stale. The platform's own rule. */
export const FRESH_DAYS: Readonly<Record<CapabilityFact, number>> = {
  [CapabilityFact.TECHNICAL]: 365,
  [CapabilityFact.CAPACITY]: 90,
  [CapabilityFact.PRICE]: 90,
  [CapabilityFact.LEAD_TIME]: 90,
  [CapabilityFact.DELIVERY]: 365,
};

/** How old a group of facts is on the day of asking. */
export interface Freshness {
  readonly fact: CapabilityFact;
  readonly confirmedAt: Date;
  /** Whole days since the supplier confirmed it. */
  readonly days: number;
  readonly stale: boolean;
  /** Whether it was stated by a one-time link, not by a member of the supplier. */
  readonly answeredByLink: boolean;
}

/** The age of every confirmed group of facts; a group that nobody confirmed has none. */
export function freshnessOf(
  confirmed: Partial<Record<CapabilityFact, string>>,
  now: Date,
  sources: Partial<Record<CapabilityFact, FactSource>> = {},
): Freshness[] {
  return Object.values(CapabilityFact).flatMap((fact) => {
    const instant = confirmed[fact];
    if (!instant) return [];
    const confirmedAt = new Date(instant);
    const days = Math.max(0, Math.floor((now.getTime() - confirmedAt.getTime()) / DAY_MS));
    const answeredByLink = sources[fact] !== undefined;
    return [{ fact, confirmedAt, days, stale: days > FRESH_DAYS[fact], answeredByLink }];
  });
}

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
