import { Access, IdentifierKind, LocaleEnum, NodeType, TooManyAttemptsError } from '@app/identity';
import { connectionType, type Locale, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { NeedNotOpenError } from '@app/procurement';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsOptional, Length, ValidateNested } from 'class-validator';
import type { FactRequest } from './fact-request.entity.js';
import { FactAnswerKind, FactRequestState, RequestedFactKind } from './fact-request.enums.js';

@ObjectType('AnsweredFact', { description: 'One question of a fact request, with what became of it.' })
@Access('members of the buyer and of who asked, platform staff')
export class AnsweredFactType {
  @Field(() => RequestedFactKind, { description: 'What was asked.' })
  kind!: RequestedFactKind;

  @Field(() => ID, { nullable: true, description: 'Kind of certificate or parameter; null for the others.' })
  subjectId!: string | null;

  @Field({ description: 'What was asked, in the reader’s language.' })
  name!: string;

  @Field(() => FactAnswerKind, { nullable: true, description: 'What became of it; null before the answer.' })
  answer!: FactAnswerKind | null;

  @Field(() => String, { nullable: true, description: 'What was stated then, in figures.' })
  statement!: string | null;
}

@ObjectType('FactRequest', {
  description: 'A buyer or organizer asks a company for the facts that decide a match, by a one-time link.',
  implements: () => NodeType,
})
@Access('members of the buyer and of who asked, platform staff')
export class FactRequestType extends NodeType {
  @Field(() => IdentifierKind, {
    nullable: true,
    description: 'By which way the link was sent; null when it went to the company’s own members.',
  })
  contactKind!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Enough to recognise the number or address; null once it is forgotten.',
  })
  contactMask!: string | null;

  @Field({ description: 'Whether the person who answered wants to manage the profile.' })
  claimWished!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the company was asked.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when the link can be used.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered or ended.' })
  answeredAt!: Date | null;
}

export const FactRequestConnectionType = connectionType(FactRequestType, 'FactRequest');

@InputType({ description: 'One question to a company.' })
class RequestedFactInput {
  @Field(() => RequestedFactKind, { description: 'What is asked.' })
  @IsEnum(RequestedFactKind)
  kind!: RequestedFactKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Kind of certificate or parameter of the vocabulary; left out for the others.',
  })
  @IsOptional()
  @Length(1, 80)
  subjectId?: string | null;
}

@InputType({ description: 'What a company is asked, for which need, and where the link goes.' })
export class RequestFactsInput {
  @Field(() => ID, {
    description: 'Who asks: the buyer, or an organizer for which a person of the staff acts.',
  })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, {
    description: 'The published capability whose facts are asked; its supplier gets the link.',
  })
  capabilityId!: string;

  @Field(() => [RequestedFactInput], {
    nullable: true,
    description: 'The questions; left out, whatever the match card does not know.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RequestedFactInput)
  facts?: RequestedFactInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mobile number or e-mail address, for a profile that nobody has claimed; used for this link only and not kept in clear.',
  })
  @IsOptional()
  @Length(3, 320)
  contact?: string | null;

  @Field(() => LocaleEnum, {
    defaultValue: LocaleEnum.ZH,
    description: 'Language of the message to a contact.',
  })
  @IsEnum(LocaleEnum)
  locale!: Locale;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id asks once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A request that is taken back.' })
export class RevokeFactRequestInput {
  @Field(() => ID, { description: 'The buyer or who asked, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The request.' })
  factRequestId!: string;
}

@OutcomeType(
  'FactRequestExistsError',
  'The company was asked about this need already; it is not asked twice.',
)
export class FactRequestExistsError extends Outcome {
  @Field(() => FactRequestType, { description: 'The request that is there.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    super('FACT_REQUEST_EXISTS', {}, ['input.capabilityId']);
    this.factRequest = factRequest;
  }
}

/** Why the contact of a request cannot be taken. */
type ContactProblem = 'FACT_CONTACT_NEEDED' | 'FACT_CONTACT_OF_CLAIMED' | 'FACT_CONTACT_OBJECTED';

@OutcomeType(
  'FactContactError',
  'The contact cannot be taken: an unclaimed profile needs one, a claimed one is asked through its members, or its holder has objected.',
)
export class FactContactError extends Outcome {
  constructor(code: ContactProblem) {
    super(code, {}, ['input.contact']);
  }
}

@OutcomeType('NothingToAskError', 'Everything that the need asks about is known already.')
export class NothingToAskError extends Outcome {
  constructor() {
    super('NOTHING_TO_ASK', {}, ['input.facts']);
  }
}

@OutcomeType('FactRequestStateError', 'The state of the request does not allow the step.')
export class FactRequestStateError extends Outcome {
  @Field(() => FactRequestState, { description: 'Where the request stands now.' })
  readonly currentState: FactRequestState;

  constructor(currentState: FactRequestState) {
    super('FACT_REQUEST_STATE', {}, ['input.factRequestId']);
    this.currentState = currentState;
  }
}

@ObjectType('RequestFactsPayload', { description: 'The link is on its way.' })
@Access('the caller')
export class RequestFactsPayload {
  @Field(() => FactRequestType, { description: 'The request.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    this.factRequest = factRequest;
  }
}

@ObjectType('RevokeFactRequestPayload', { description: 'The link leads nowhere any more.' })
@Access('the caller')
export class RevokeFactRequestPayload {
  @Field(() => FactRequestType, { description: 'The request as it is now.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    this.factRequest = factRequest;
  }
}

export const RequestFactsResult = resultUnion('RequestFactsResult', [
  RequestFactsPayload,
  NeedNotOpenError,
  FactRequestExistsError,
  FactContactError,
  NothingToAskError,
  TooManyAttemptsError,
] as const);
export type RequestFactsResult = typeof RequestFactsResult;

export const RevokeFactRequestResult = resultUnion('RevokeFactRequestResult', [
  RevokeFactRequestPayload,
  FactRequestStateError,
] as const);
export type RevokeFactRequestResult = typeof RevokeFactRequestResult;
