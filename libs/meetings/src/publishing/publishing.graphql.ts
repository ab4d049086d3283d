import { Access } from '@app/identity';
import { Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { type MatchmakingEvent, MatchmakingEventType } from '@app/matchmaking-events';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingType } from '../booking/meeting.graphql.js';
import { AlreadyMeetingError, MeetingSeatTakenError, NoTableFreeError } from '../booking/meeting.texts.js';
import { MeetingSlotType } from '../grid/meeting-grid.graphql.js';
import { SchedulingActiveError } from '../scheduling/scheduling.texts.js';
import type { ObstructedMeeting } from './publication.js';
import { MoveRule, PublishObstacle } from './publishing.enums.js';

const DESK = 'members of those who organize the event';

@ObjectType('ObstructedMeeting', { description: 'A provisional meeting that could not be published.' })
@Access(DESK)
class ObstructedMeetingType {
  @Field(() => MeetingType, { description: 'The meeting as it was planned.' })
  meeting!: Meeting;

  @Field(() => PublishObstacle, { description: 'Why not.' })
  obstacle!: PublishObstacle;
}

@ObjectType('MeetingMoveBreach', { description: 'A rule that a move would break.' })
@Access(DESK)
class MeetingMoveBreachType {
  @Field(() => MoveRule, { description: 'The rule.' })
  rule!: MoveRule;
}

@ObjectType('MeetingMove', {
  description: 'A slot to which a meeting could be moved, and what would be broken.',
})
@Access(DESK)
export class MeetingMoveType {
  @Field(() => MeetingSlotType, { description: 'The slot.' })
  slot!: MeetingSlotType;

  @Field(() => [MeetingMoveBreachType], { description: 'Rules that would be broken; none: it can be moved.' })
  breaches!: MeetingMoveBreachType[];
}

@InputType({ description: 'A provisional schedule that is to be published.' })
export class PublishScheduleInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** A meeting that may be moved. */
@ArgsType()
export class MeetingMovesArgs {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

@OutcomeType('NothingToPublishError', 'There is no provisional schedule.')
export class NothingToPublishError extends Outcome {
  constructor() {
    super('NOTHING_TO_PUBLISH', {}, ['input.eventId']);
  }
}

/** What publishing came to. */
interface PublishedCounts {
  readonly published: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly obstructed: readonly ObstructedMeeting[];
}

@ObjectType('PublishSchedulePayload', {
  description: 'The schedule is published, and participants are notified.',
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

export const PublishScheduleResult = resultUnion('PublishScheduleResult', [
  PublishSchedulePayload,
  NothingToPublishError,
  SchedulingActiveError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type PublishScheduleResult = typeof PublishScheduleResult;
