import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsDate, Length, ValidateNested } from 'class-validator';
import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { type MatchmakingEvent, MatchmakingEventType } from '@app/matchmaking-events';
import { MeetingGridInUseError } from './meeting-grid.texts.js';

@ObjectType('MeetingSlot', { description: 'A span of an event in which one meeting fits.' })
@Access('everyone who sees the event')
export class MeetingSlotType {
  id!: string;

  eventId!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType('MeetingTable', { description: 'A table or booth for meetings.' })
@Access('everyone who sees the event')
export class MeetingTableType {
  id!: string;

  eventId!: string;

  @Field({ description: 'What stands on it.' })
  label!: string;
}

@InputType({ description: 'A span in which one meeting fits.' })
class MeetingSlotInput {
  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  @IsDate()
  endsAt!: Date;
}

@InputType({ description: 'All slots and tables for the meetings of an event.' })
export class SetMeetingGridInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => [MeetingSlotInput], { description: 'Slots within the event, at most 500.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MeetingSlotInput)
  slots!: MeetingSlotInput[];

  @Field(() => [String], { description: 'Labels of tables, at most 1,000.' })
  @ArrayMaxSize(1000)
  @Length(1, 40, { each: true })
  tables!: string[];

  @Field({
    defaultValue: false,
    description:
      'Whether provisional meetings in slots or at tables that go are discarded; the other ones stay.',
  })
  @IsBoolean()
  discardProvisional!: boolean;
}

@ObjectType('SetMeetingGridPayload', { description: 'Slots and tables are set.' })
@Access('the caller')
export class SetMeetingGridPayload {
  @Field(() => MatchmakingEventType, { description: 'The event.' })
  readonly event: MatchmakingEvent;

  constructor(event: MatchmakingEvent) {
    this.event = event;
  }
}

export const SetMeetingGridResult = resultUnion('SetMeetingGridResult', [
  SetMeetingGridPayload,
  MeetingGridInUseError,
] as const);
export type SetMeetingGridResult = typeof SetMeetingGridResult;
