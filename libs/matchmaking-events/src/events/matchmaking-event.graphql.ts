import { Access, NodeType } from '@app/identity';
import { connectionType, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { EventKind, LocalTimeOccurrence } from './matchmaking-event.enums.js';
import {
  EventChangedMeanwhileError,
  EventInPastError,
  EventMeetingsOutsideError,
  EventStateError,
  EventWithoutPlaceError,
} from './matchmaking-event.errors.js';

@ObjectType('EventSchedule', {
  description: 'When an event takes place, by the clock on the wall of its venue.',
})
@Access('everyone who sees the event')
class EventScheduleType {
  @Field({ description: 'IANA time zone.' })
  zone!: string;

  @Field({ name: 'starts', description: 'Local start, YYYY-MM-DDTHH:mm.' })
  startsLocal!: string;

  @Field(() => LocalTimeOccurrence, {
    nullable: true,
    description: 'Which start is meant, in the night when clocks are set back.',
  })
  startsOccurrence!: LocalTimeOccurrence | null;

  @Field({ name: 'ends', description: 'Local end, YYYY-MM-DDTHH:mm.' })
  endsLocal!: string;

  @Field(() => LocalTimeOccurrence, {
    nullable: true,
    description: 'Which end is meant, in the night when clocks are set back.',
  })
  endsOccurrence!: LocalTimeOccurrence | null;
}

@ObjectType('MatchmakingEvent', {
  description: 'An occasion that brings buyers and suppliers together.',
  implements: () => NodeType,
})
@Access('everyone once announced; before that the organizer’s members')
export class MatchmakingEventType extends NodeType {
  @Field(() => EventKind, { description: 'What kind of event it is.' })
  kind!: EventKind;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Venue: building and hall.' })
  venue!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the venue.' })
  address!: string | null;

  @Field(() => [String], { description: 'Halls of the venue that it uses.' })
  halls!: string[];

  @Field(() => String, { nullable: true, description: 'Link for taking part online.' })
  onlineUrl!: string | null;

  @Field(() => EventScheduleType, { description: 'When it takes place, in local time.' })
  schedule!: EventScheduleType;

  @Field(() => GraphQLISODateTime, { description: 'Start, in UTC.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'End, in UTC.' })
  endsAt!: Date;

  @Field(() => [String], { description: 'What it is about, in the organizer’s words.' })
  themes!: string[];

  @Field(() => [String], { description: 'Industrial chains that it is for.' })
  chains!: string[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when one can register.' })
  registrationOpenedAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when one can register; without it until the event ends.',
  })
  registrationClosesAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancellationReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was announced.' })
  publishedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it came to the platform.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const MatchmakingEventConnectionType = connectionType(MatchmakingEventType, 'MatchmakingEvent');

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
