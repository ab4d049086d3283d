import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import { ClaimState } from './organization.enums.js';
import type { Organization } from './organization.entity.js';
import { OrganizationType } from './organization.type.js';

@OutcomeType(
  'OrganizationExistsError',
  'An organization with this credit code is here already and has members.',
)
export class OrganizationExistsError extends Outcome {
  constructor() {
    super('ORGANIZATION_EXISTS', {}, ['input.creditCode']);
  }
}

@OutcomeType(
  'OrganizationToClaimError',
  'An unclaimed or unverified profile has this credit code: claim it instead.',
)
export class OrganizationToClaimError extends Outcome {
  @Field(() => OrganizationType, { description: 'The profile to claim.' })
  readonly organization: Organization;

  constructor(organization: Organization) {
    super(
      organization.claimState === ClaimState.UNCLAIMED
        ? 'ORGANIZATION_TO_CLAIM'
        : 'ORGANIZATION_UNVERIFIED_TO_CLAIM',
      {},
      ['input.creditCode'],
    );
    this.organization = organization;
  }
}

@OutcomeType(
  'OrganizationChangedMeanwhileError',
  'Somebody else changed the profile after the caller had read it.',
)
export class OrganizationChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the profile has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('ORGANIZATION_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

@OutcomeType('OrganizationAlreadyClaimedError', 'The organization has verified members already.')
export class OrganizationAlreadyClaimedError extends Outcome {
  constructor() {
    super('ORGANIZATION_ALREADY_CLAIMED', {}, ['input.organizationId']);
  }
}
