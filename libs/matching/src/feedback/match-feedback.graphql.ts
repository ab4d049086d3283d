import { Access } from '@app/identity';
import { connectionType, encodeGlobalId, PageArgs } from '@app/kernel';
import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length, Matches } from 'class-validator';
import { FitVerdict, type MatchFeedback, MisfitReason } from './match-feedback.entity.js';

@ObjectType('MatchFeedback', { description: 'What one side of a match says of it; the other never sees it.' })
@Access('members of the organization that said it, and staff')
export class MatchFeedbackType {
  @Field(() => FitVerdict, { description: 'Whether it fits.' })
  verdict!: FitVerdict;

  @Field(() => MisfitReason, { nullable: true, description: 'Why it does not.' })
  reason!: MisfitReason | null;

  @Field(() => String, { nullable: true, description: 'In the organization’s own words.' })
  words!: string | null;

  @Field(() => Float, { description: 'The score of the match when it was said, 0 to 100.' })
  score!: number | string;

  @Field({ description: 'Version of the weights that made that score.' })
  weightsVersion!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was first said.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was last said.' })
  updatedAt!: Date;
}

export const MatchFeedbackConnectionType = connectionType(MatchFeedbackType, 'MatchFeedback');

@ObjectType('MatchFeedbackPayload', { description: 'The opinion is kept.' })
@Access('the caller')
export class MatchFeedbackPayload {
  @Field(() => MatchFeedbackType, { description: 'The opinion as it is now.' })
  readonly matchFeedback: MatchFeedback;

  constructor(feedback: MatchFeedback) {
    this.matchFeedback = feedback;
  }
}

@ObjectType('MatchFeedbackWithdrawnPayload', { description: 'The opinion is taken back.' })
@Access('the caller')
export class MatchFeedbackWithdrawnPayload {
  @Field(() => ID, { description: 'The need.' })
  readonly needId: string;

  @Field(() => ID, { description: 'The capability.' })
  readonly capabilityId: string;

  constructor({ needId, capabilityId }: Pick<MatchFeedback, 'needId' | 'capabilityId'>) {
    this.needId = encodeGlobalId('ProcurementNeed', needId);
    this.capabilityId = encodeGlobalId('Capability', capabilityId);
  }
}

/** Whose opinions are read, and which. */
@ArgsType()
export class MatchFeedbackArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization that said it.' })
  organizationId!: string;

  @Field(() => FitVerdict, { nullable: true, description: 'Only such opinions.' })
  @IsOptional()
  @IsEnum(FitVerdict)
  verdict?: FitVerdict | null;
}

@InputType({ description: 'A match of which the acting side takes its opinion back.' })
export class WithdrawMatchFeedbackInput {
  @Field(() => ID, { description: 'The buyer or the supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;
}

@InputType({ description: 'What the acting side says of a match.' })
export class GiveMatchFeedbackInput extends WithdrawMatchFeedbackInput {
  @Field(() => FitVerdict, { description: 'Whether it fits.' })
  @IsEnum(FitVerdict)
  verdict!: FitVerdict;

  @Field(() => MisfitReason, {
    nullable: true,
    description: 'Why not; for what does not fit, and only for that.',
  })
  @IsOptional()
  @IsEnum(MisfitReason)
  reason?: MisfitReason | null;

  @Field(() => String, { nullable: true, description: 'In one’s own words, at most 1000 characters.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/)
  words?: string | null;
}
