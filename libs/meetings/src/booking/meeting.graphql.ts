import { Access } from '@app/identity';
import { connectionType, PageArgs, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, MaxLength } from 'class-validator';
import type { Meeting } from './meeting.entity.js';
import { MeetingOrigin, MeetingState } from './meeting.enums.js';
import {
  AlreadyMeetingError,
  MeetingSeatTakenError,
  MeetingStateError,
  NoTableFreeError,
} from './meeting.texts.js';

@ObjectType('MeetingPerson', { description: 'Who sits on one side of a meeting.' })
@Access('members of the two, and of those who organize the event')
export class MeetingPersonType {
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the organization.' })
  jobTitle!: string | null;
}

@ObjectType('Meeting', {
  description: 'A buyer’s and a supplier’s representative at a table in a slot of an event.',
})
@Access('members of the two, and of those who organize the event')
export class MeetingType {
  id!: string;

  @Field(() => MeetingState, { description: 'Where it stands.' })
  state!: MeetingState;

  @Field(() => MeetingOrigin, { description: 'How it came about.' })
  origin!: MeetingOrigin;

  @Field({ description: 'Whether the organizers want it to stay where it is.' })
  locked!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not take place.' })
  cancellationReason!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

export const MeetingConnectionType = connectionType(MeetingType, 'Meeting');

/** Names a meeting and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A meeting, and for whom the caller acts.' })
abstract class MeetingStepInput {
  @Field(() => ID, { description: 'One of the two, or an organizer of the event; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

@InputType({ description: 'A meeting that is to take place at another time.' })
export class RescheduleMeetingInput extends MeetingStepInput {
  @Field(() => ID, { description: 'The slot.' })
  slotId!: string;
}

@InputType({ description: 'Two meetings that are to change places.' })
export class SwapMeetingsInput extends MeetingStepInput {
  @Field(() => ID, { description: 'The other meeting.' })
  otherMeetingId!: string;
}

@InputType({ description: 'A meeting that is not to take place.' })
export class CancelMeetingInput extends MeetingStepInput {
  @Field(() => String, { nullable: true, description: 'Why; the other side reads it.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

/** When the two of a meeting could meet instead. */
@ArgsType()
export class MeetingTimesArgs {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

/** The meetings of an event. */
@ArgsType()
export class EventMeetingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** What an organization has to do with meetings at an event. */
@ArgsType()
export class MyMeetingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** The participants of the other side, optionally filtered by name. */
@ArgsType()
export class MeetingPartnersArgs extends MyMeetingsArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, of the organization or of a company without one here.',
  })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;
}

@InputType({ description: 'A meeting that is to stay where it is, or not any more.' })
export class SetMeetingLockInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field({ description: 'Whether it stays.' })
  @IsBoolean()
  locked!: boolean;
}

interface MeetingPayload {
  readonly meeting: Meeting;
}

export function meetingPayload(
  name: string,
  description: string,
): Type<MeetingPayload> & (new (meeting: Meeting) => MeetingPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements MeetingPayload {
    @Field(() => MeetingType, { description: 'The meeting as it is now.' })
    readonly meeting: Meeting;

    constructor(meeting: Meeting) {
      this.meeting = meeting;
    }
  }
  return Payload;
}

@ObjectType('SwapMeetingsPayload', { description: 'The two meetings have changed places.' })
@Access('the caller')
export class SwapMeetingsPayload {
  @Field(() => MeetingType, { description: 'The one, where the other was.' })
  readonly meeting: Meeting;

  @Field(() => MeetingType, { description: 'The other, where the one was.' })
  readonly other: Meeting;

  constructor(meeting: Meeting, other: Meeting) {
    this.meeting = meeting;
    this.other = other;
  }
}

export const RescheduleMeetingPayload = meetingPayload('RescheduleMeetingPayload', 'The meeting has moved.');
export const CancelMeetingPayload = meetingPayload('CancelMeetingPayload', 'The meeting is called off.');

export const RescheduleMeetingResult = resultUnion('RescheduleMeetingResult', [
  RescheduleMeetingPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type RescheduleMeetingResult = typeof RescheduleMeetingResult;

export const SwapMeetingsResult = resultUnion('SwapMeetingsResult', [
  SwapMeetingsPayload,
  MeetingStateError,
  MeetingSeatTakenError,
  NoTableFreeError,
  AlreadyMeetingError,
] as const);
export type SwapMeetingsResult = typeof SwapMeetingsResult;

export const CancelMeetingResult = resultUnion('CancelMeetingResult', [
  CancelMeetingPayload,
  MeetingStateError,
] as const);
export type CancelMeetingResult = typeof CancelMeetingResult;
export const SetMeetingLockPayload = meetingPayload(
  'SetMeetingLockPayload',
  'The meeting is locked, or not any more.',
);

export const SetMeetingLockResult = resultUnion('SetMeetingLockResult', [
  SetMeetingLockPayload,
  MeetingStateError,
] as const);
export type SetMeetingLockResult = typeof SetMeetingLockResult;
