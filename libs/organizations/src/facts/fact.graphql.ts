import { Access, NodeType } from '@app/identity';
import { FactState, LocalDateScalar, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import type { Organization } from '../profiles/organization.entity.js';
import { ProfileFact, TierLevel } from '../profiles/organization.enums.js';
import { OrganizationChangedMeanwhileError, OrganizationType } from '../profiles/organization.graphql.js';
import { FactChangeKind } from './fact-history.entity.js';
import type { OrganizationCertificate } from './organization-certificate.entity.js';
import type { TierRecognition } from './tier-recognition.entity.js';

@ObjectType('OrganizationCertificate', {
  description: 'A certificate or licence that an organization holds.',
  implements: () => NodeType,
})
@Access('everyone')
export class OrganizationCertificateType extends NodeType {
  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  scope!: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'The plant that it holds for.' })
  site!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}

@ObjectType('TierRecognition', {
  description: 'A tier that an authority recognised an organization for.',
  implements: () => NodeType,
})
@Access('everyone')
export class TierRecognitionType extends NodeType {
  @Field(() => TierLevel, { description: 'The tier.' })
  level!: TierLevel;

  @Field(() => Int, { description: 'Year of the recognition.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'Batch of the recognition.' })
  batch!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read: document number or address.' })
  evidence!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}

@ObjectType('FactChange', {
  description: 'A certificate or recognition as it was stated before its holder changed or withdrew it.',
})
@Access('members of the organization and platform staff')
export class FactChangeType {
  @Field(() => FactChangeKind, { description: 'What happened to it.' })
  change!: FactChangeKind;

  @Field(() => String, { nullable: true, description: 'Why, in the words of its holder.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was changed or withdrawn.' })
  changedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff had checked it.' })
  checkedAt!: Date | null;
}

@ObjectType('ProfileFactStatus', { description: 'How well a fact of the profile is founded.' })
@Access('everyone')
export class ProfileFactStatusType {
  @Field(() => ProfileFact, { description: 'The fact.' })
  fact!: ProfileFact;

  @Field(() => FactState, { description: 'How well it is founded.' })
  state!: FactState;

  @Field(() => GraphQLISODateTime, { description: 'When it was declared or imported.' })
  statedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}

@OutcomeType(
  'CertificateAlreadyDeclaredError',
  'A certificate of the same kind, number and site is there already.',
)
export class CertificateAlreadyDeclaredError extends Outcome {
  constructor() {
    super('CERTIFICATE_ALREADY_DECLARED', {}, ['input.kindId', 'input.number', 'input.site']);
  }
}

@OutcomeType('TierAlreadyDeclaredError', 'The same recognition of the same year is there already.')
export class TierAlreadyDeclaredError extends Outcome {
  constructor() {
    super('TIER_ALREADY_DECLARED', {}, ['input.level', 'input.year']);
  }
}

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
