import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length, Matches } from 'class-validator';
import { FitVerdict, MisfitReason } from '../match-feedback.enums.js';

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
