import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { type MatchmakingEvent, MatchmakingEventType } from '@app/matchmaking-events';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import {
  AlreadyMeetingError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
} from '../booking/meeting.errors.js';
import { MeetingType } from '../booking/meeting.type.js';
import { SchedulingActiveError } from '../scheduling/scheduling.errors.js';
import type { ObstructedMeeting } from './publication.js';
import { NothingToPublishError } from './publishing.errors.js';
import { ObstructedMeetingType } from './publishing.type.js';

/** What publishing came to. */
interface PublishedCounts {
  readonly published: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly obstructed: readonly ObstructedMeeting[];
}

@ObjectType('PublishSchedulePayload', {
  description: 'The schedule is published, and participants are told.',
})
@Access('the caller')
export class PublishSchedulePayload {
  @Field(() => MatchmakingEventType, { description: 'The event.' })
  readonly event: MatchmakingEvent;

  @Field(() => Int, { description: 'New meetings.' })
  readonly published: number;

  @Field(() => Int, { description: 'Meetings that take place at another time than before.' })
  readonly moved: number;

  @Field(() => Int, { description: 'Meetings that do not take place any more.' })
  readonly cancelled: number;

  @Field(() => [ObstructedMeetingType], {
    description:
      'Provisional meetings that could not be published: what participants did meanwhile comes first.',
  })
  readonly obstructed: readonly ObstructedMeeting[];

  constructor(event: MatchmakingEvent, { published, moved, cancelled, obstructed }: PublishedCounts) {
    this.event = event;
    this.published = published;
    this.moved = moved;
    this.cancelled = cancelled;
    this.obstructed = obstructed;
  }
}

@ObjectType('SetMeetingLockPayload', { description: 'The meeting is locked, or not any more.' })
@Access('the caller')
export class SetMeetingLockPayload {
  @Field(() => MeetingType, { description: 'The meeting as it is now.' })
  readonly meeting: Meeting;

  constructor(meeting: Meeting) {
    this.meeting = meeting;
  }
}

export const PublishScheduleResult = resultUnion('PublishScheduleResult', [
  PublishSchedulePayload,
  NothingToPublishError,
  SchedulingActiveError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type PublishScheduleResult = typeof PublishScheduleResult;

export const SetMeetingLockResult = resultUnion('SetMeetingLockResult', [
  SetMeetingLockPayload,
  MeetingStateError,
] as const);
export type SetMeetingLockResult = typeof SetMeetingLockResult;
