import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, Float, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { FitVerdict, MisfitReason } from './match-feedback.enums.js';

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
