import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Organization } from './organization.entity.js';
import {
  OrganizationChangedMeanwhileError,
  OrganizationExistsError,
  OrganizationToClaimError,
} from './organization.errors.js';
import { OrganizationType } from './organization.type.js';

@ObjectType('RegisterOrganizationPayload', {
  description: 'The organization is registered; the caller owns it.',
})
@Access('the caller')
export class RegisterOrganizationPayload {
  @Field(() => OrganizationType, { description: 'The new organization.' })
  readonly organization: Organization;

  constructor(organization: Organization) {
    this.organization = organization;
  }
}

@ObjectType('UpdateOrganizationPayload', { description: 'The profile is changed.' })
@Access('the caller')
export class UpdateOrganizationPayload {
  @Field(() => OrganizationType, { description: 'The organization as it is now.' })
  readonly organization: Organization;

  constructor(organization: Organization) {
    this.organization = organization;
  }
}

export const RegisterOrganizationResult = resultUnion('RegisterOrganizationResult', [
  RegisterOrganizationPayload,
  OrganizationExistsError,
  OrganizationToClaimError,
] as const);
export type RegisterOrganizationResult = typeof RegisterOrganizationResult;

export const UpdateOrganizationResult = resultUnion('UpdateOrganizationResult', [
  UpdateOrganizationPayload,
  OrganizationChangedMeanwhileError,
] as const);
export type UpdateOrganizationResult = typeof UpdateOrganizationResult;
