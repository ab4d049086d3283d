import { OfferedParameterInput, PriceRangeInput } from '@app/capabilities';
import { Access, TooManyAttemptsError } from '@app/identity';
import { LocalDateScalar, Outcome, OutcomeType, QuantityInput, resultUnion } from '@app/kernel';
import {
  OrganizationAlreadyClaimedError,
  type OrganizationClaim,
  OrganizationClaimType,
} from '@app/organizations';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { RequestedFactKind } from '../fact-requests/fact-request.enums.js';

/** One question as the asked company reads it. */
@ObjectType('FactQuestion', { description: 'One question of a one-time link.' })
@Access('whoever holds the link')
export class FactQuestionType {
  @Field(() => RequestedFactKind, { description: 'What is asked.' })
  kind!: RequestedFactKind;

  @Field(() => ID, { nullable: true, description: 'Kind of certificate or parameter; null for the others.' })
  subjectId!: string | null;

  @Field({ description: 'What is asked, in the reader’s language.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unit of the answer where it is given.' })
  unit!: string | null;

  @Field({ description: 'Whether the answer is a range; otherwise, for a parameter, one or several values.' })
  range!: boolean;

  @Field(() => [String], { description: 'Usual values of a parameter; empty for the others.' })
  choices!: readonly string[];
}

/** What the holder of a link is asked: the buyer stands there as it does before suppliers, under its alias if it has one. */
@ObjectType('FactQuestionnaire', { description: 'What the holder of a one-time link is asked.' })
@Access('whoever holds the link')
export class FactQuestionnaire {
  @Field({ description: 'Who asks, by the name under which suppliers know it.' })
  readonly buyerName!: string;

  @Field({ description: 'Title of the need.' })
  readonly needTitle!: string;

  @Field(() => String, { nullable: true, description: 'What is needed.' })
  readonly needDescription!: string | null;

  @Field({ description: 'Name of the company that is asked.' })
  readonly organizationName!: string;

  @Field(() => String, { nullable: true, description: 'The capability that the facts belong to.' })
  readonly capabilityTitle!: string | null;

  @Field(() => [FactQuestionType], { description: 'The questions.' })
  readonly questions!: FactQuestionType[];

  @Field({ description: 'Whether nobody looks after the company’s profile yet, so that it can be claimed.' })
  readonly claimable!: boolean;

  @Field({
    description: 'Whether the link went to an address that somebody else gave, whose holder can object.',
  })
  readonly contactGiven!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered.' })
  readonly expiresAt!: Date;

  constructor(columns: FactQuestionnaire) {
    Object.assign(this, columns);
  }
}

/** Two years: what takes longer is a project, not a delivery. */
const LONGEST_LEAD_TIME = 730;
/** As many as can be asked. */
const MOST_ANSWERS = 20;

@InputType({ description: 'Whether the company holds a certificate that it was asked for.' })
export class AnsweredCertificateInput {
  @Field(() => ID, { description: 'Kind of certificate.' })
  @Length(1, 80)
  kindId!: string;

  @Field({ description: 'Whether the company holds it.' })
  @IsBoolean()
  held!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  @IsOptional()
  @MaxLength(100)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  @IsOptional()
  @MaxLength(1000)
  scope?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil?: string | null;
}

@InputType({ description: 'What the holder of a one-time link answers; what is left out stays unknown.' })
export class AnswerFactRequestInput {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;

  @Field({ description: 'Whether the company does what is asked for at all; if not, nothing else is taken.' })
  @IsBoolean()
  offered!: boolean;

  @Field(() => [AnsweredCertificateInput], {
    defaultValue: [],
    description: 'Certificates that were asked for.',
  })
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => AnsweredCertificateInput)
  certificates!: AnsweredCertificateInput[];

  @Field(() => [OfferedParameterInput], { defaultValue: [], description: 'Parameters that were asked for.' })
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => OfferedParameterInput)
  parameters!: OfferedParameterInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Parameters that were asked for and cannot be reached.',
  })
  @ArrayMaxSize(MOST_ANSWERS)
  @Length(1, 60, { each: true })
  deniedParameterIds!: string[];

  @Field(() => QuantityInput, { nullable: true, description: 'Capacity.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  capacity?: QuantityInput | null;

  @Field(() => QuantityInput, { nullable: true, description: 'Minimum order; its period is ONCE.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  minimumOrder?: QuantityInput | null;

  @Field(() => PriceRangeInput, { nullable: true, description: 'Price range.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PriceRangeInput)
  price?: PriceRangeInput | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_LEAD_TIME)
  leadTimeDays?: number | null;

  @Field({
    defaultValue: false,
    description: 'Whether the answerer wants to look after the unclaimed profile.',
  })
  @IsBoolean()
  claim!: boolean;
}

@InputType({ description: 'The link whose receiver wants no such messages.' })
export class RefuseFactRequestsInput {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;
}

@InputType({ description: 'The claim of a profile by the person who answered a link.' })
export class ClaimByFactRequestInput {
  @Field({ description: 'The secret of the link that was answered.' })
  @Length(1, 100)
  token!: string;

  @Field({ description: 'Why the claimant may speak for the organization.' })
  @Length(5, 2000)
  evidence!: string;
}

/** The link that somebody holds. */
@ArgsType()
export class FactRequestByTokenArgs {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;
}

@OutcomeType(
  'FactLinkInvalidError',
  'The link is unknown, used, taken back or too old; which of them is not said.',
)
export class FactLinkInvalidError extends Outcome {
  constructor() {
    super('FACT_LINK_INVALID', {}, ['input.token']);
  }
}

@ObjectType('AnswerFactRequestPayload', { description: 'The answer is taken; the link is used up.' })
@Access('whoever holds the link')
export class AnswerFactRequestPayload {
  @Field(() => ID, { description: 'The company that answered.' })
  readonly organizationId: string;

  @Field({ description: 'Whether the profile can be claimed by this link after signing in.' })
  readonly claimable: boolean;

  @Field(() => OrganizationClaimType, {
    nullable: true,
    description: 'The claim that began with the answer, for who was signed in and wished it.',
  })
  readonly claim: OrganizationClaim | null;

  constructor(organizationId: string, claimable: boolean, claim: OrganizationClaim | null) {
    this.organizationId = organizationId;
    this.claimable = claimable;
    this.claim = claim;
  }
}

@ObjectType('RefuseFactRequestsPayload', { description: 'This contact is not written to any more.' })
@Access('whoever holds the link')
export class RefuseFactRequestsPayload {
  @Field({ description: 'Always true: nobody gets a link at this contact any more.' })
  readonly refused: boolean = true;
}

@ObjectType('ClaimByFactRequestPayload', { description: 'The claim is filed and waits for platform staff.' })
@Access('the caller')
export class ClaimByFactRequestPayload {
  @Field(() => OrganizationClaimType, { description: 'The claim.' })
  readonly claim: OrganizationClaim;

  constructor(claim: OrganizationClaim) {
    this.claim = claim;
  }
}

export const FactRequestByTokenResult = resultUnion('FactRequestByTokenResult', [
  FactQuestionnaire,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type FactRequestByTokenResult = typeof FactRequestByTokenResult;

export const AnswerFactRequestResult = resultUnion('AnswerFactRequestResult', [
  AnswerFactRequestPayload,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type AnswerFactRequestResult = typeof AnswerFactRequestResult;

export const RefuseFactRequestsResult = resultUnion('RefuseFactRequestsResult', [
  RefuseFactRequestsPayload,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type RefuseFactRequestsResult = typeof RefuseFactRequestsResult;

export const ClaimByFactRequestResult = resultUnion('ClaimByFactRequestResult', [
  ClaimByFactRequestPayload,
  FactLinkInvalidError,
  OrganizationAlreadyClaimedError,
  TooManyAttemptsError,
] as const);
export type ClaimByFactRequestResult = typeof ClaimByFactRequestResult;
