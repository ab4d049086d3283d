import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { RepetitionStep } from './series.enums.js';

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
