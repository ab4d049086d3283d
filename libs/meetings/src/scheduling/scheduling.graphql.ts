import { Access } from '@app/identity';
import { connectionType, PageArgs, resultUnion } from '@app/kernel';
import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { WishLevel } from '../wishes/meeting-wish.entity.js';
import { MAX_SOLVER_SECONDS } from './scheduling-run.entity.js';
import type { SchedulingRun } from './scheduling-run.entity.js';
import {
  AdviceKind,
  LeftOutCause,
  SchedulingMode,
  SchedulingPhase,
  SchedulingState,
} from './scheduling.enums.js';
import { NothingToScheduleError, SchedulingActiveError, SchedulingStateError } from './scheduling.texts.js';

const DESK = 'members of those who organize the event';

@ObjectType('SchedulingFigures', { description: 'How good a schedule is, and how good it could be.' })
@Access(DESK)
class SchedulingFiguresType {
  @Field(() => Int, { description: 'Wished meetings that nobody declines.' })
  requests!: number;

  @Field(() => Int, { description: 'Meetings held.' })
  meetings!: number;

  @Field(() => Int, { description: 'No schedule with as many MUST wishes has more meetings.' })
  bound!: number;

  @Field({ description: 'Whether the number of meetings is the greatest there is.' })
  proven!: boolean;

  @Field(() => Int, { description: 'MUST wishes held.' })
  musts!: number;

  @Field(() => Int, { description: 'MUST wishes.' })
  mustsWished!: number;

  @Field(() => Float, { description: 'What wishes and matches make the meetings worth.' })
  value!: number;

  @Field(() => Float, { description: 'No schedule with the most meetings has more value.' })
  valueBound!: number;

  @Field(() => Int, { description: 'Meetings of the participant with the fewest.' })
  leastPerParticipant!: number;

  @Field(() => Int, { description: 'Runs of empty slots between two meetings, over all participants.' })
  idlePeriods!: number;

  @Field(() => Int, { description: 'Meetings that are not where they were published.' })
  changes!: number;
}

@ObjectType('SchedulingAdvice', {
  description: 'What a change would bring, found out by scheduling anew with it.',
})
@Access(DESK)
export class SchedulingAdviceType {
  slotId!: string | null;

  registrationId!: string | null;

  @Field(() => AdviceKind, { description: 'What could be changed.' })
  kind!: AdviceKind;

  @Field(() => Int, { description: 'Meetings more in a schedule that was found and checked.' })
  gain!: number;

  @Field(() => Int, { description: 'No schedule with the change gains more.' })
  mostGain!: number;
}

@ObjectType('LeftOutCauseCount', { description: 'How many wished meetings a schedule left out for a cause.' })
@Access(DESK)
export class LeftOutCauseCountType {
  @Field(() => LeftOutCause, { description: 'The cause.' })
  cause!: LeftOutCause;

  @Field(() => Int, { description: 'How many.' })
  pairs!: number;
}

@ObjectType('SchedulingLeftOut', { description: 'A wished meeting that is not in a schedule, and why.' })
@Access(DESK)
export class SchedulingLeftOutType {
  buyerRegistrationId!: string;

  supplierRegistrationId!: string;

  meetingId!: string | null;

  @Field(() => WishLevel, { description: 'The most that either side wished.' })
  level!: string;

  @Field(() => LeftOutCause, { description: 'Why it is not there.' })
  cause!: LeftOutCause;
}

export const SchedulingLeftOutConnectionType = connectionType(SchedulingLeftOutType, 'SchedulingLeftOut');

@ObjectType('SchedulingRun', { description: 'One run of the scheduler for an event.' })
@Access(DESK)
export class SchedulingRunType {
  id!: string;

  eventId!: string;

  @Field(() => SchedulingMode, { description: 'What it is to do.' })
  mode!: SchedulingMode;

  @Field(() => SchedulingState, { description: 'Where it stands.' })
  state!: SchedulingState;

  @Field(() => SchedulingPhase, { description: 'What it is at.' })
  phase!: SchedulingPhase;

  @Field(() => Int, { description: 'How long the solver may work, in seconds.' })
  seconds!: number;

  @Field(() => Int, { description: 'Meetings scheduled so far.' })
  meetings!: number;

  @Field(() => Int, { nullable: true, description: 'No schedule has more meetings; null while not known.' })
  bound!: number | null;

  @Field(() => SchedulingFiguresType, { nullable: true, description: 'How good the schedule is, once done.' })
  figures!: SchedulingFiguresType | null;

  @Field(() => [SchedulingAdviceType], { description: 'What would help most, the best first.' })
  advice!: SchedulingAdviceType[];

  @Field(() => GraphQLISODateTime, { description: 'When it was ordered.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When a worker took it up.' })
  startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  failure!: string | null;
}

export const SchedulingRunConnectionType = connectionType(SchedulingRunType, 'SchedulingRun');

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
    description: `How long the solver may work, in seconds, at most ${MAX_SOLVER_SECONDS}.`,
  })
  @IsInt()
  @Min(1)
  @Max(MAX_SOLVER_SECONDS)
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

@ObjectType('StartSchedulingPayload', { description: 'The run waits for the worker.' })
@Access('the caller')
export class StartSchedulingPayload {
  @Field(() => SchedulingRunType, { description: 'The run.' })
  readonly run: SchedulingRun;

  constructor(run: SchedulingRun) {
    this.run = run;
  }
}

@ObjectType('CancelSchedulingPayload', { description: 'The run ends as soon as its worker hears of it.' })
@Access('the caller')
export class CancelSchedulingPayload {
  @Field(() => SchedulingRunType, { description: 'The run as it is now.' })
  readonly run: SchedulingRun;

  constructor(run: SchedulingRun) {
    this.run = run;
  }
}

export const StartSchedulingResult = resultUnion('StartSchedulingResult', [
  StartSchedulingPayload,
  SchedulingActiveError,
  NothingToScheduleError,
] as const);
export type StartSchedulingResult = typeof StartSchedulingResult;

export const CancelSchedulingResult = resultUnion('CancelSchedulingResult', [
  CancelSchedulingPayload,
  SchedulingStateError,
] as const);
export type CancelSchedulingResult = typeof CancelSchedulingResult;
