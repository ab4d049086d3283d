import { Access } from '@app/identity';
import { Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationAlreadyClaimedError } from '../profiles/organization.errors.js';
import type { OrganizationClaim } from './organization-claim.entity.js';
import { OrganizationClaimType } from './organization-claim.type.js';

@OutcomeType('ClaimAlreadyDecidedError', 'Somebody else of the staff has decided on the claim.')
export class ClaimAlreadyDecidedError extends Outcome {
  @Field(() => OrganizationClaimType, { description: 'The claim as it was decided.' })
  readonly claim: OrganizationClaim;

  constructor(claim: OrganizationClaim) {
    super('CLAIM_ALREADY_DECIDED', {}, ['input.claimId']);
    this.claim = claim;
  }
}

@ObjectType('ClaimOrganizationPayload', { description: 'The claim is filed and waits for platform staff.' })
@Access('the caller')
export class ClaimOrganizationPayload {
  @Field(() => OrganizationClaimType, { description: 'The claim.' })
  readonly claim: OrganizationClaim;

  constructor(claim: OrganizationClaim) {
    this.claim = claim;
  }
}

@ObjectType('DecideOrganizationClaimPayload', { description: 'The claim is decided.' })
@Access('the caller')
export class DecideOrganizationClaimPayload {
  @Field(() => OrganizationClaimType, { description: 'The claim.' })
  readonly claim: OrganizationClaim;

  constructor(claim: OrganizationClaim) {
    this.claim = claim;
  }
}

export const ClaimOrganizationResult = resultUnion('ClaimOrganizationResult', [
  ClaimOrganizationPayload,
  OrganizationAlreadyClaimedError,
] as const);
export type ClaimOrganizationResult = typeof ClaimOrganizationResult;

export const DecideOrganizationClaimResult = resultUnion('DecideOrganizationClaimResult', [
  DecideOrganizationClaimPayload,
  ClaimAlreadyDecidedError,
  OrganizationAlreadyClaimedError,
] as const);
export type DecideOrganizationClaimResult = typeof DecideOrganizationClaimResult;
