import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { NeedNotOpenError } from '@app/procurement';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';

@ObjectType('StageNeed', { description: 'A need that is announced at an event.' })
@Access('everyone who sees the event')
export class StageNeedType {
  id!: string;
  eventId!: string;
  needId!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was announced.' })
  announcedAt!: Date;
}

@InputType({ description: 'A need that is announced at an event.' })
export class AnnounceNeedOnStageInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'The need, which is open and public.' })
  needId!: string;
}

@ObjectType('AnnounceNeedOnStagePayload', { description: 'The need is announced.' })
@Access('the caller')
export class AnnounceNeedOnStagePayload {
  @Field(() => MatchmakingEventType, { description: 'The event as it is now.' })
  readonly event: MatchmakingEvent;

  @Field(() => StageNeedType, { description: 'The announcement.' })
  readonly stageNeed: StageNeedType;

  constructor(event: MatchmakingEvent, stageNeed: StageNeedType) {
    this.event = event;
    this.stageNeed = stageNeed;
  }
}

export const AnnounceNeedOnStageResult = resultUnion('AnnounceNeedOnStageResult', [
  AnnounceNeedOnStagePayload,
  NeedNotOpenError,
  EventStateError,
] as const);
export type AnnounceNeedOnStageResult = typeof AnnounceNeedOnStageResult;
