import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';

@ObjectType('RepeatMatchmakingEventPayload', { description: 'The further editions are drafted.' })
@Access('the caller')
export class RepeatMatchmakingEventPayload {
  @Field(() => [MatchmakingEventType], { description: 'The drafts, the earliest first.' })
  readonly events: MatchmakingEvent[];

  constructor(events: MatchmakingEvent[]) {
    this.events = events;
  }
}

export const RepeatMatchmakingEventResult = resultUnion('RepeatMatchmakingEventResult', [
  RepeatMatchmakingEventPayload,
] as const);
export type RepeatMatchmakingEventResult = typeof RepeatMatchmakingEventResult;
