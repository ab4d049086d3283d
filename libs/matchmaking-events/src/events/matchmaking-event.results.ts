import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import {
  EventChangedMeanwhileError,
  EventInPastError,
  EventMeetingsOutsideError,
  EventStateError,
  EventWithoutPlaceError,
} from './matchmaking-event.errors.js';
import { MatchmakingEventType } from './matchmaking-event.type.js';

/** What a mutation of an event gives when it went well. */
interface EventPayload {
  readonly event: MatchmakingEvent;
}

function payload(
  name: string,
  description: string,
): Type<EventPayload> & (new (event: MatchmakingEvent) => EventPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements EventPayload {
    @Field(() => MatchmakingEventType, { description: 'The event as it is now.' })
    readonly event: MatchmakingEvent;

    constructor(event: MatchmakingEvent) {
      this.event = event;
    }
  }
  return Payload;
}

export const CreateMatchmakingEventPayload = payload(
  'CreateMatchmakingEventPayload',
  'The event is drafted.',
);
export const UpdateMatchmakingEventPayload = payload(
  'UpdateMatchmakingEventPayload',
  'The event is changed.',
);
export const PublishMatchmakingEventPayload = payload(
  'PublishMatchmakingEventPayload',
  'The event is announced.',
);
export const CancelMatchmakingEventPayload = payload(
  'CancelMatchmakingEventPayload',
  'The event is called off.',
);

export const CreateMatchmakingEventResult = resultUnion('CreateMatchmakingEventResult', [
  CreateMatchmakingEventPayload,
] as const);
export type CreateMatchmakingEventResult = typeof CreateMatchmakingEventResult;

export const UpdateMatchmakingEventResult = resultUnion('UpdateMatchmakingEventResult', [
  UpdateMatchmakingEventPayload,
  EventChangedMeanwhileError,
  EventStateError,
  EventWithoutPlaceError,
  EventInPastError,
  EventMeetingsOutsideError,
] as const);
export type UpdateMatchmakingEventResult = typeof UpdateMatchmakingEventResult;

export const PublishMatchmakingEventResult = resultUnion('PublishMatchmakingEventResult', [
  PublishMatchmakingEventPayload,
  EventStateError,
  EventWithoutPlaceError,
  EventInPastError,
] as const);
export type PublishMatchmakingEventResult = typeof PublishMatchmakingEventResult;

export const CancelMatchmakingEventResult = resultUnion('CancelMatchmakingEventResult', [
  CancelMatchmakingEventPayload,
  EventStateError,
] as const);
export type CancelMatchmakingEventResult = typeof CancelMatchmakingEventResult;
