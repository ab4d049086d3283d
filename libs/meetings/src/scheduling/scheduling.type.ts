import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { WishLevel } from '../wishes/meeting-wish.enums.js';
import {
  AdviceKind,
  LeftOutCause,
  SchedulingMode,
  SchedulingPhase,
  SchedulingState,
} from './scheduling.enums.js';

const DESK = 'members of those who organize the event';

@ObjectType('SchedulingFigures', { description: 'How good a schedule is, and how good it could be.' })
@Access(DESK)
export class SchedulingFiguresType {
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

  @Field(() => Int, { description: 'Meetings of whoever has least.' })
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
