import type { ScopeActivity } from '@app/capabilities';
import type { Decimal, FactState, Period } from '@app/kernel';
import type { TextDirection } from '@app/search';
import type { CriterionKey } from '../criterion-key.js';

/** A certificate that the candidate holds, with its dates; expiry is computed when asked. */
export interface CandidateCertificate {
  readonly kindId: string;
  readonly validUntil: string | null;
  readonly factState: FactState;
}

/** A tier that the candidate is recognised for. */
export interface CandidateTier {
  readonly level: string;
  readonly validUntil: string | null;
  readonly factState: FactState;
}

/** A parameter with the range or values that the candidate offers. */
export interface CandidateParameter {
  readonly parameterId: string;
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** Everything that matching may know of a capability and its supplier; null or empty means unknown, never "no". */
export interface CandidateFacts {
  readonly capabilityId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: 'PRODUCT' | 'PROCESS' | 'SERVICE';
  readonly title: string;
  readonly description: string | null;
  readonly materials: readonly string[];
  readonly processes: readonly string[];
  readonly specification: string | null;
  readonly conceptIds: readonly string[];
  readonly parameters: readonly CandidateParameter[];
  readonly capacity: { readonly amount: Decimal; readonly unit: string; readonly period: Period } | null;
  readonly price: {
    readonly min: Decimal | null;
    readonly max: Decimal | null;
    readonly currency: string;
    readonly taxIncluded: boolean;
    readonly basis: string;
  } | null;
  readonly leadTimeDays: number | null;
  /** Certificates that hold for this capability; empty when none is known. */
  readonly certificates: readonly CandidateCertificate[];
  /** Kinds of certificates that the supplier says it does not hold. */
  readonly deniedCertificates?: readonly string[];
  /** Parameters that the supplier says it cannot reach with this capability. */
  readonly deniedParameters?: readonly string[];
  /** Keys of the needs of which the supplier says that it does not do what they ask for. */
  readonly notOfferedFor?: readonly string[];
  readonly tiers: readonly CandidateTier[];
  readonly regionCode: string | null;
  readonly regionsServed: readonly string[];
  readonly factState: FactState;
  /** Whether the registered scope says that the thing is made, dealt in or served with; null when declared or not said. */
  readonly activity: ScopeActivity | null;
  /** When the supplier last confirmed these facts. */
  readonly confirmedAt: Date | null;
  /** The supplier's other words: its name and registered scope, weaker evidence than the capability itself. */
  readonly organizationText: string;
  /** What the listing means to the outside model; null or absent where none is used or it waits. */
  readonly direction?: TextDirection | null;
  /** The criteria of which the supplier stated the facts in its response to the very need that is compared. */
  readonly statedForNeed?: readonly CriterionKey[];
}

/** What suppliers stated in their responses to some needs. Only the two sides of a response may read it. */
export interface StatedForNeeds {
  /** Capabilities that the responses name. They are compared even if recall does not find them. */
  readonly capabilityIds: readonly string[];
  /** A candidate with what its supplier stated for a need. */
  applyTo(needId: string, candidate: CandidateFacts): CandidateFacts;
}

/** For readers who may not see responses. */
export const NOTHING_STATED: StatedForNeeds = {
  capabilityIds: [],
  applyTo: (_needId, candidate) => candidate,
};

/** Port: reads what suppliers stated for needs in responses that are not withdrawn. The library of responses provides it. */
export abstract class StatedForNeedsReader {
  /** What all suppliers stated for some needs. */
  abstract readForNeeds(needIds: readonly string[]): Promise<StatedForNeeds>;

  /** What one supplier stated for some needs. */
  abstract readForSupplier(organizationId: string, needIds: readonly string[]): Promise<StatedForNeeds>;
}
