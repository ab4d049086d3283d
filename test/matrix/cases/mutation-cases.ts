import { eventMutations } from './event-mutations.js';
import { factRequestMutations } from './fact-request-mutations.js';
import { importMutations } from './import-mutations.js';
import { judgementMutations } from './judgement-mutations.js';
import { listingMutations } from './listing-mutations.js';
import { meetingMutations } from './meeting-mutations.js';
import type { MutationCases } from './mutation-case.js';
import { organizationMutations } from './organization-mutations.js';
import { personalDataMutations } from './personal-data-mutations.js';
import { queueMutations } from './queue-mutations.js';
import { savedSearchMutations } from './saved-search-mutations.js';
import { personalMutations } from './personal-mutations.js';
import { searchMutations } from './search-mutations.js';

/** Every way in which the matrix tries a mutation. */
export const MUTATION_CASES: MutationCases = {
  ...judgementMutations,
  ...listingMutations,
  ...eventMutations,
  ...meetingMutations,
  ...queueMutations,
  ...factRequestMutations,
  ...savedSearchMutations,
  ...organizationMutations,
  ...personalMutations,
  ...personalDataMutations,
  ...searchMutations,
  ...importMutations,
};
