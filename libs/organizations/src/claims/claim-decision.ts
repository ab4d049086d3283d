import { registerEnumType } from '@nestjs/graphql';

/** What became of a claim. */
export enum ClaimDecision {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}

registerEnumType(ClaimDecision, {
  name: 'ClaimDecision',
  description: 'What became of a claim.',
  valuesMap: {
    PENDING: { description: 'Waits for staff.' },
    APPROVED: { description: 'The claimant now owns the profile.' },
    REJECTED: { description: 'Turned down.' },
  },
});
