import { Access } from '@app/identity';
import { defineTexts, IsPublicName, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventChangedMeanwhileError, EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import type { AgendaConflict } from './event-agenda.js';

defineTexts({
  SESSION_OUTSIDE_EVENT: {
    zh: '议程“{title}”不在活动时间之内。',
    en: 'The session “{title}” does not lie within the time of the event.',
  },
  ROOM_TAKEN_TWICE: {
    zh: '第{first}项与第{second}项议程同时占用“{room}”。',
    en: 'Sessions {first} and {second} want the room “{room}” at the same time.',
  },
  SPEAKER_IN_TWO_SESSIONS: {
    zh: '{speaker}不能同时参加第{first}项与第{second}项议程。',
    en: '{speaker} cannot be in sessions {first} and {second} at the same time.',
  },
});

@ObjectType('EventSpeaker', { description: 'Somebody who speaks in a session.' })
@Access('everyone who sees the event')
export class EventSpeakerType {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the speaker is there.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the speaker belongs to.' })
  organization!: string | null;
}

@ObjectType('EventSession', { description: 'A part of an event’s agenda.' })
@Access('everyone who sees the event')
export class EventSessionType {
  id!: string;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What happens in it.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Room or stage.' })
  room!: string | null;

  @Field({ name: 'starts', description: 'Local start at the venue, YYYY-MM-DDTHH:mm.' })
  startsLocal!: string;

  @Field({ name: 'ends', description: 'Local end at the venue, YYYY-MM-DDTHH:mm.' })
  endsLocal!: string;

  @Field(() => GraphQLISODateTime, { description: 'Start, in UTC.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'End, in UTC.' })
  endsAt!: Date;
}

@InputType({ description: 'Somebody who speaks in a session.' })
class EventSpeakerInput {
  @Field({ description: 'Name.' })
  @Length(1, 60)
  @Matches(/\S/)
  @IsPublicName()
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the speaker is there.' })
  @IsOptional()
  @MaxLength(60)
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the speaker belongs to.' })
  @IsOptional()
  @MaxLength(100)
  @IsPublicName()
  organization?: string | null;
}

@InputType({ description: 'A part of the agenda, by the clock of the venue.' })
export class EventSessionInput {
  @Field({ description: 'Title.' })
  @Length(1, 200)
  @Matches(/\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What happens in it.' })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Room or stage.' })
  @IsOptional()
  @MaxLength(60)
  room?: string | null;

  @Field({ description: 'Local start, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  starts!: string;

  @Field({ description: 'Local end, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  ends!: string;

  @Field(() => [EventSpeakerInput], { defaultValue: [], description: 'Who speaks.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EventSpeakerInput)
  speakers!: EventSpeakerInput[];
}

@InputType({ description: 'The agenda of an event, as a whole.' })
export class SetEventAgendaInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Int, { description: 'The version of the event that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => [EventSessionInput], { description: 'All sessions; what is not among them is gone.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EventSessionInput)
  sessions!: EventSessionInput[];
}

@OutcomeType('AgendaConflictError', 'Two sessions want one room, or one speaker, at the same time.')
export class AgendaConflictError extends Outcome {
  @Field(() => [Int], { description: 'The two sessions, by their places in the list, from 0.' })
  readonly sessions: number[];

  @Field(() => String, { nullable: true, description: 'The room that both want.' })
  readonly room: string | null;

  @Field(() => String, { nullable: true, description: 'Who would have to be in both.' })
  readonly speaker: string | null;

  constructor({ first, second, room, speaker }: AgendaConflict) {
    super(
      room === null ? 'SPEAKER_IN_TWO_SESSIONS' : 'ROOM_TAKEN_TWICE',
      { first: first + 1, second: second + 1, room: room ?? '', speaker: speaker ?? '' },
      [first, second].map((i) => `input.sessions.${i}`),
    );
    this.sessions = [first, second];
    this.room = room;
    this.speaker = speaker;
  }
}

@ObjectType('SetEventAgendaPayload', { description: 'The agenda is set.' })
@Access('the caller')
export class SetEventAgendaPayload {
  @Field(() => MatchmakingEventType, { description: 'The event as it is now.' })
  readonly event: MatchmakingEvent;

  constructor(event: MatchmakingEvent) {
    this.event = event;
  }
}

export const SetEventAgendaResult = resultUnion('SetEventAgendaResult', [
  SetEventAgendaPayload,
  AgendaConflictError,
  EventChangedMeanwhileError,
  EventStateError,
] as const);
export type SetEventAgendaResult = typeof SetEventAgendaResult;
