import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { MOST_SECONDS } from '../run-scheduling.job-kind.js';
import { LeftOutCause, SchedulingMode } from '../scheduling.enums.js';

@InputType({ description: 'A schedule that is to be made.' })
export class StartSchedulingInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => SchedulingMode, { defaultValue: SchedulingMode.PLAN, description: 'What is to be done.' })
  @IsEnum(SchedulingMode)
  mode!: SchedulingMode;

  @Field(() => Int, {
    defaultValue: 10,
    description: `How long the solver may work, in seconds, at most ${MOST_SECONDS}.`,
  })
  @IsInt()
  @Min(1)
  @Max(MOST_SECONDS)
  seconds!: number;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id starts once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A run that is to end.' })
export class CancelSchedulingInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Field({ defaultValue: false, description: 'Whether the best schedule so far is kept.' })
  @IsBoolean()
  keepBest!: boolean;
}

/** The runs of an event. */
@ArgsType()
export class SchedulingRunsArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** One run. */
@ArgsType()
export class SchedulingRunArgs {
  @Field(() => ID, { description: 'The run.' })
  id!: string;
}

/** What a run left out. */
@ArgsType()
export class LeftOutArgs extends PageArgs {
  @Field(() => LeftOutCause, { nullable: true, description: 'Only those with this cause.' })
  @IsOptional()
  @IsEnum(LeftOutCause)
  cause?: LeftOutCause | null;
}
