import type { CandidateFacts } from './candidate-facts.js';

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
