import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { RepetitionStep } from '../fair-frequency.enum.js';

@InputType({ description: 'How an event is to come again.' })
export class RepeatMatchmakingEventInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => RepetitionStep, {
    defaultValue: RepetitionStep.YEARLY,
    description: 'How far its editions lie apart.',
  })
  @IsEnum(RepetitionStep)
  step!: RepetitionStep;

  @Field(() => Int, { defaultValue: 1, description: 'How many further editions, at most 24.' })
  @IsInt()
  @Min(1)
  @Max(24)
  times!: number;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id drafts once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
