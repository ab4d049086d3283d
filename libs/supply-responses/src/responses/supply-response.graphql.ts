import { Access, NodeType } from '@app/identity';
import {
  connectionType,
  DecimalScalar,
  Outcome,
  OutcomeType,
  PageArgs,
  QuantityInput,
  QuantityType,
  resultUnion,
} from '@app/kernel';
import { NeedNotOpenError } from '@app/procurement';
import type { Type as ClassType } from '@nestjs/common';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SupplyResponse } from './supply-response.entity.js';
import { BuyerAnswer, DeclineReason, SupplyResponseState } from './supply-response.enums.js';

@ObjectType('StatedParameter', { description: 'A typed parameter as a supplier states it for one need.' })
@Access('members of the supplier and of the buyer')
export class StatedParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names.' })
  values!: readonly string[];
}

@ObjectType('SupplyResponse', {
  description: 'A supplier’s answer to a need, before any quotation: it can supply.',
  implements: () => NodeType,
})
@Access('members of the supplier and of the buyer')
export class SupplyResponseType extends NodeType {
  @Field(() => SupplyResponseState, { description: 'Where it stands.' })
  state!: SupplyResponseState;

  @Field({ description: 'What the supplier says.' })
  message!: string;

  @Field(() => [StatedParameterType], { description: 'Parameters that the supplier states for this need.' })
  parameters!: StatedParameterType[];

  @Field(() => QuantityType, { nullable: true, description: 'Capacity for this need.' })
  capacity!: QuantityType | null;

  @Field(() => Int, { nullable: true, description: 'Lead time for this need, in calendar days.' })
  leadTimeDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Certificates, in the supplier’s words.' })
  certificates!: string | null;

  @Field(() => DeclineReason, { nullable: true, description: 'Why the buyer declined.' })
  declineReason!: DeclineReason | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the buyer answered last.' })
  answeredAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the supplier first answered the need.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const SupplyResponseConnectionType = connectionType(SupplyResponseType, 'SupplyResponse');

@OutcomeType('SupplyResponseExistsError', 'The organization has answered the need already.')
export class SupplyResponseExistsError extends Outcome {
  @Field(() => SupplyResponseType, { description: 'The response that is there.' })
  readonly supplyResponse: SupplyResponse;

  constructor(supplyResponse: SupplyResponse) {
    super('SUPPLY_RESPONSE_EXISTS', {}, ['input.needId']);
    this.supplyResponse = supplyResponse;
  }
}

@OutcomeType(
  'BuyerNotNamedError',
  'The buyer stands under an alias: a consent has to name its recipient, so the buyer has to agree first.',
)
export class BuyerNotNamedError extends Outcome {
  constructor() {
    super('BUYER_NOT_NAMED', {}, ['input.supplyResponseId']);
  }
}

@OutcomeType('SupplyResponseStateError', 'The state of the response does not allow the step.')
export class SupplyResponseStateError extends Outcome {
  @Field(() => SupplyResponseState, { description: 'Where the response stands now.' })
  readonly currentState: SupplyResponseState;

  constructor(currentState: SupplyResponseState) {
    super('SUPPLY_RESPONSE_STATE', {}, ['input.supplyResponseId']);
    this.currentState = currentState;
  }
}

/** The payload of a successful mutation of a response. */
interface SupplyResponsePayload {
  readonly supplyResponse: SupplyResponse;
}

/** Declares the payload of a mutation of a response. */
export function responsePayload(
  name: string,
  description: string,
): ClassType<SupplyResponsePayload> & (new (response: SupplyResponse) => SupplyResponsePayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements SupplyResponsePayload {
    @Field(() => SupplyResponseType, { description: 'The response as it is now.' })
    readonly supplyResponse: SupplyResponse;

    constructor(response: SupplyResponse) {
      this.supplyResponse = response;
    }
  }
  return Payload;
}

export const RespondToNeedPayload = responsePayload(
  'RespondToNeedPayload',
  'The response is with the buyer.',
);
export const WithdrawSupplyResponsePayload = responsePayload(
  'WithdrawSupplyResponsePayload',
  'The response is taken back.',
);
export const AnswerSupplyResponsePayload = responsePayload(
  'AnswerSupplyResponsePayload',
  'The supplier is answered.',
);

export const RespondToNeedResult = resultUnion('RespondToNeedResult', [
  RespondToNeedPayload,
  NeedNotOpenError,
  SupplyResponseExistsError,
] as const);
export type RespondToNeedResult = typeof RespondToNeedResult;

export const WithdrawSupplyResponseResult = resultUnion('WithdrawSupplyResponseResult', [
  WithdrawSupplyResponsePayload,
  SupplyResponseStateError,
] as const);
export type WithdrawSupplyResponseResult = typeof WithdrawSupplyResponseResult;

export const AnswerSupplyResponseResult = resultUnion('AnswerSupplyResponseResult', [
  AnswerSupplyResponsePayload,
  SupplyResponseStateError,
] as const);
export type AnswerSupplyResponseResult = typeof AnswerSupplyResponseResult;

/** Two years: what takes longer is a project, not a delivery. */
const LONGEST_LEAD_TIME = 730;

@InputType({ description: 'A typed parameter as the supplier states it for this need.' })
class StatedParameterInput {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  @Length(1, 60)
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value, in the parameter’s unit.' })
  min?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value, in the parameter’s unit.' })
  max?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of min and max; the parameter’s own when left out.',
  })
  @IsOptional()
  @MaxLength(20)
  unit?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Grades or names.' })
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  values!: string[];
}

@InputType({ description: '“We can supply”: the answer of the acting organization to a need.' })
export class RespondToNeedInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { nullable: true, description: 'A published capability of the supplier.' })
  capabilityId?: string | null;

  @Field({ description: 'What the supplier says.' })
  @Length(2, 2000)
  @Matches(/\S\s*\S/)
  message!: string;

  @Field(() => [StatedParameterInput], { defaultValue: [], description: 'Parameters stated for this need.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => StatedParameterInput)
  parameters!: StatedParameterInput[];

  @Field(() => QuantityInput, { nullable: true, description: 'Capacity for this need.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  capacity?: QuantityInput | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_LEAD_TIME)
  leadTimeDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Certificates, in the supplier’s words.' })
  @IsOptional()
  @MaxLength(1000)
  certificates?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id answers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A response that the supplier takes back.' })
export class WithdrawSupplyResponseInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The response.' })
  supplyResponseId!: string;
}

@InputType({ description: 'What the buyer says to a response.' })
export class AnswerSupplyResponseInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The response.' })
  supplyResponseId!: string;

  @Field(() => BuyerAnswer, { description: 'The answer.' })
  @IsEnum(BuyerAnswer)
  answer!: BuyerAnswer;

  @Field(() => DeclineReason, { nullable: true, description: 'Why not; for a no, and only for a no.' })
  @IsOptional()
  @IsEnum(DeclineReason)
  reason?: DeclineReason | null;
}

/** Filters of a list of responses. */
@ArgsType()
export class SupplyResponsesArgs extends PageArgs {
  @Field(() => SupplyResponseState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(SupplyResponseState)
  state?: SupplyResponseState | null;
}

/** Filters of the responses of one organization. */
@ArgsType()
export class MySupplyResponsesArgs extends SupplyResponsesArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
