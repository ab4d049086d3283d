import { Access, NodeType } from '@app/identity';
import { connectionType, Outcome, OutcomeType, PageArgs, resultUnion } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length, Matches } from 'class-validator';
import { OrganizationAlreadyClaimedError } from '../profiles/organization.graphql.js';
import { ClaimDecision, type OrganizationClaim } from './organization-claim.entity.js';

@ObjectType('OrganizationClaim', {
  description: 'A request to look after an imported profile.',
  implements: () => NodeType,
})
@Access('the claimant and platform staff')
export class OrganizationClaimType extends NodeType {
  @Field({ description: 'Why the claimant may speak for the organization.' })
  evidence!: string;

  @Field(() => ClaimDecision, { description: 'What became of it.' })
  decision!: ClaimDecision;

  @Field(() => String, { nullable: true, description: 'What staff tell the claimant.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When staff decided.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was filed.' })
  createdAt!: Date;
}

export const OrganizationClaimConnectionType = connectionType(OrganizationClaimType, 'OrganizationClaim');

@InputType({ description: 'A claim on an imported profile.' })
export class ClaimOrganizationInput {
  @Field(() => ID, { description: 'The unclaimed organization.' })
  organizationId!: string;

  @Field({
    description:
      'Why the caller may speak for it: position, business licence, official e-mail, telephone to call back.',
  })
  @Length(10, 2000)
  evidence!: string;
}

@InputType({ description: 'A decision on a claim.' })
export class DecideOrganizationClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field({ description: 'True makes the claimant the owner, false turns the claim down.' })
  approve!: boolean;

  @Field({ description: 'What was checked and how; the claimant receives it.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}

/** What a list of claims is narrowed to. */
@ArgsType()
export class OrganizationClaimsArgs extends PageArgs {
  @Field(() => ClaimDecision, { nullable: true, description: 'Only claims of which this became.' })
  @IsOptional()
  @IsEnum(ClaimDecision)
  decision?: ClaimDecision | null;
}

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
