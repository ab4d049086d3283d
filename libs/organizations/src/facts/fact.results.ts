import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Organization } from '../profiles/organization.entity.js';
import { OrganizationChangedMeanwhileError } from '../profiles/organization.errors.js';
import { OrganizationType } from '../profiles/organization.type.js';
import { CertificateAlreadyDeclaredError, TierAlreadyDeclaredError } from './fact.errors.js';
import { OrganizationCertificateType, TierRecognitionType } from './fact.types.js';
import type { OrganizationCertificate } from './organization-certificate.entity.js';
import type { TierRecognition } from './tier-recognition.entity.js';

@ObjectType('DeclareCertificatePayload', { description: 'The certificate stands as it was stated.' })
@Access('the caller')
export class DeclareCertificatePayload {
  @Field(() => OrganizationCertificateType, { description: 'The certificate.' })
  readonly certificate: OrganizationCertificate;

  @Field(() => OrganizationType, { description: 'Its holder.' })
  readonly organization: Organization;

  constructor(certificate: OrganizationCertificate, organization: Organization) {
    this.certificate = certificate;
    this.organization = organization;
  }
}

@ObjectType('DeclareTierRecognitionPayload', { description: 'The recognition stands as it was stated.' })
@Access('the caller')
export class DeclareTierRecognitionPayload {
  @Field(() => TierRecognitionType, { description: 'The recognition.' })
  readonly tierRecognition: TierRecognition;

  @Field(() => OrganizationType, { description: 'The recognised organization.' })
  readonly organization: Organization;

  constructor(tierRecognition: TierRecognition, organization: Organization) {
    this.tierRecognition = tierRecognition;
    this.organization = organization;
  }
}

@ObjectType('WithdrawFactPayload', { description: 'The certificate or recognition is withdrawn.' })
@Access('the caller')
export class WithdrawFactPayload {
  @Field(() => OrganizationType, { description: 'The organization without it.' })
  readonly organization: Organization;

  constructor(organization: Organization) {
    this.organization = organization;
  }
}

@ObjectType('CheckFactsPayload', { description: 'The facts are checked.' })
@Access('the caller')
export class CheckFactsPayload {
  @Field(() => OrganizationType, { description: 'The organization with its facts.' })
  readonly organization: Organization;

  constructor(organization: Organization) {
    this.organization = organization;
  }
}

export const DeclareCertificateResult = resultUnion('DeclareCertificateResult', [
  DeclareCertificatePayload,
  CertificateAlreadyDeclaredError,
] as const);
export type DeclareCertificateResult = typeof DeclareCertificateResult;

export const DeclareTierRecognitionResult = resultUnion('DeclareTierRecognitionResult', [
  DeclareTierRecognitionPayload,
  TierAlreadyDeclaredError,
] as const);
export type DeclareTierRecognitionResult = typeof DeclareTierRecognitionResult;

export const UpdateCertificateResult = resultUnion('UpdateCertificateResult', [
  DeclareCertificatePayload,
  CertificateAlreadyDeclaredError,
] as const);
export const UpdateTierRecognitionResult = resultUnion('UpdateTierRecognitionResult', [
  DeclareTierRecognitionPayload,
  TierAlreadyDeclaredError,
] as const);

export const WithdrawCertificateResult = resultUnion('WithdrawCertificateResult', [
  WithdrawFactPayload,
] as const);
export const WithdrawTierRecognitionResult = resultUnion('WithdrawTierRecognitionResult', [
  WithdrawFactPayload,
] as const);
export const CheckFactsResult = resultUnion('CheckFactsResult', [
  CheckFactsPayload,
  OrganizationChangedMeanwhileError,
] as const);
