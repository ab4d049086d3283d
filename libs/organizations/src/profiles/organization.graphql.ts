import { Access, NodeType } from '@app/identity';
import {
  connectionType,
  IsPublicName,
  LocalDateScalar,
  MoneyInput,
  MoneyType,
  Outcome,
  OutcomeType,
  PageArgs,
  resultUnion,
} from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEnum,
  IsInt,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Organization } from './organization.entity.js';
import {
  ClaimState,
  HeadcountBand,
  OrganizationSource,
  OrganizationStatus,
  RevenueBand,
} from './organization.enums.js';

@ObjectType('Organization', {
  description: 'An enterprise, bureau or association of the supply chain.',
  implements: () => NodeType,
})
@Access('everyone')
export class OrganizationType extends NodeType {
  @Field({ description: 'Unified social credit code, GB 32100.' })
  creditCode!: string;

  @Field({ description: 'Registered name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'English name.' })
  nameEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of foundation.' })
  foundedOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Registered capital.' })
  registeredCapital!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'Registered business scope.' })
  businessScope!: string | null;

  @Field(() => HeadcountBand, { nullable: true, description: 'How many people work there.' })
  headcountBand!: HeadcountBand | null;

  @Field(() => RevenueBand, { nullable: true, description: 'Yearly revenue.' })
  revenueBand!: RevenueBand | null;

  @Field(() => String, { nullable: true, description: 'What the organization says about itself.' })
  introduction!: string | null;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  website!: string | null;

  @Field(() => [String], {
    description:
      'Names of the industrial chains that it leads; until staff have checked them, for its members and staff only.',
  })
  chainLeaderOf!: string[];

  @Field(() => OrganizationStatus, { description: 'Standing in the commercial register.' })
  status!: OrganizationStatus;

  @Field(() => ClaimState, {
    description: 'Who looks after the profile, and whether staff have verified them.',
  })
  claimState!: ClaimState;

  @Field(() => OrganizationSource, { description: 'Where the profile came from.' })
  source!: OrganizationSource;

  @Field(() => String, { nullable: true, description: 'Name of the list that it was imported from.' })
  sourceName!: string | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it came to the platform.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const OrganizationConnectionType = connectionType(OrganizationType, 'Organization');

/** What the members of an organization may say about it; null clears, a field left out stays. */
@InputType({ isAbstract: true, description: 'What members say about their organization.' })
export abstract class OrganizationProfileInput {
  @Field(() => String, { nullable: true, description: 'English name.' })
  @IsOptional()
  @Length(2, 200)
  @IsPublicName()
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Most specific region, GB/T 2260.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Industry, GB/T 4754 with the section letter.' })
  @IsOptional()
  @MaxLength(20)
  industryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  @IsOptional()
  @MaxLength(300)
  address?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of foundation.' })
  @IsOptional()
  foundedOn?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Registered capital.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  registeredCapital?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Registered business scope.' })
  @IsOptional()
  @MaxLength(5000)
  businessScope?: string | null;

  @Field(() => HeadcountBand, { nullable: true, description: 'How many people work there.' })
  @IsOptional()
  @IsEnum(HeadcountBand)
  headcountBand?: HeadcountBand | null;

  @Field(() => RevenueBand, { nullable: true, description: 'Yearly revenue.' })
  @IsOptional()
  @IsEnum(RevenueBand)
  revenueBand?: RevenueBand | null;

  @Field(() => String, { nullable: true, description: 'What the organization says about itself.' })
  @IsOptional()
  @MaxLength(5000)
  introduction?: string | null;

  @Field(() => String, { nullable: true, description: 'Web site, with https:// or http://.' })
  @IsOptional()
  @MaxLength(300)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  website?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of the industrial chains that it leads.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Length(2, 60, { each: true })
  chainLeaderOf?: string[] | null;
}

/** What a list of organizations is narrowed to. */
@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'How the registered name begins.' })
  @IsOptional()
  @Length(1, 100)
  namePrefix?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A part of the registered name, at least two characters, or of the credit code: at least four of its digits and capital letters.',
  })
  @IsOptional()
  @Length(2, 100)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Region, GB/T 2260; everything inside belongs to it.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => ClaimState, { nullable: true, description: 'Claimed or unclaimed profiles only.' })
  @IsOptional()
  @IsEnum(ClaimState)
  claimState?: ClaimState | null;
}

@InputType({ description: 'A new organization.' })
export class RegisterOrganizationInput extends OrganizationProfileInput {
  @Field({ description: 'Unified social credit code, 18 characters.' })
  @MaxLength(40)
  creditCode!: string;

  @Field({ description: 'Registered name.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName()
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the caller may speak for it, for staff to check: position, business licence, link to a public register, telephone to call back. Can be sent later with `claimOrganization`.',
  })
  @IsOptional()
  @Length(10, 2000)
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'Changes of an organization’s profile; fields left out stay, null clears.' })
export class UpdateOrganizationInput extends OrganizationProfileInput {
  @Field(() => ID, { description: 'The organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Registered name.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName()
  name?: string | null;
}

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
