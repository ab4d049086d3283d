import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { NothingToScheduleError, SchedulingActiveError, SchedulingStateError } from './scheduling.errors.js';
import { SchedulingRunType } from './scheduling.type.js';

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
