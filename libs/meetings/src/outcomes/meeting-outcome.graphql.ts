import { Access } from '@app/identity';
import { DecimalScalar, resultUnion } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { meetingPayload } from '../booking/meeting.graphql.js';
import { MeetingStateError } from '../booking/meeting.texts.js';
import { OutcomeKind } from './meeting-outcome.entity.js';

@ObjectType('MeetingOutcome', { description: 'Something that came of a meeting.' })
@Access('members of the two, and of those who organize the event')
export class MeetingOutcomeType {
  claimedByBuyerAt!: Date | null;

  claimedBySupplierAt!: Date | null;

  @Field(() => OutcomeKind, { description: 'What.' })
  kind!: OutcomeKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'CNY that the buyer says it comes to.' })
  amountByBuyer!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'CNY that the supplier says it comes to.' })
  amountBySupplier!: string | null;
}

@ObjectType('MeetingFeedback', { description: 'What one side of a meeting says of it.' })
@Access('members of that side, and of those who organize the event')
export class MeetingFeedbackType {
  @Field(() => ParticipantRole, { description: 'Which side.' })
  role!: string;

  @Field(() => Int, { description: '1 to 5.' })
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  comment!: string | null;
}

@ObjectType('MeetingNumbers', { description: 'What an event’s meetings came to, in numbers of this moment.' })
@Access('members of those who organize the event')
export class MeetingNumbersType {
  @Field(() => Int, { description: 'Meetings that are published, held, or to which somebody did not come.' })
  arranged!: number;

  @Field(() => Int, { description: 'Meetings held.' })
  held!: number;

  @Field(() => Int, { description: 'Meetings to which somebody did not come.' })
  noShows!: number;

  @Field(() => Int, { description: 'Wishes to meet, MUST and WANT of either side.' })
  wishes!: number;

  @Field(() => Int, { description: 'Of these, wishes that have their meeting.' })
  satisfiedWishes!: number;

  @Field(() => Int, { description: 'Intents that at least one side claims.' })
  intentsClaimed!: number;

  @Field(() => Int, { description: 'Intents that both sides claim.' })
  intentsConfirmed!: number;

  @Field(() => Int, { description: 'Samples, trials and orders that at least one side claims.' })
  outcomesClaimed!: number;

  @Field(() => Int, { description: 'Samples, trials and orders that both sides claim.' })
  outcomesConfirmed!: number;
}

@InputType({ description: 'Who came to a meeting.' })
export class RecordMeetingAttendanceInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => [ParticipantRole], { description: 'Sides that did not come; none: it was held.' })
  @ArrayMaxSize(2)
  @IsIn([ParticipantRole.BUYER, ParticipantRole.SUPPLIER], { each: true })
  absent!: ParticipantRole[];
}

@InputType({ description: 'An outcome that one side claims, or does not claim any more.' })
export class ClaimMeetingOutcomeInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => OutcomeKind, { description: 'What came of it.' })
  @IsEnum(OutcomeKind)
  kind!: OutcomeKind;

  @Field({ defaultValue: true, description: 'Whether it is claimed; otherwise the claim is taken back.' })
  @IsBoolean()
  claimed!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'CNY that it comes to, more than nothing; without it an amount said before stays.',
  })
  @IsOptional()
  amount?: string | null;
}

@InputType({ description: 'What one side says of a meeting; the other side does not read it.' })
export class RateMeetingInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: '1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  @IsOptional()
  @MaxLength(1000)
  comment?: string | null;
}

export const RecordMeetingAttendancePayload = meetingPayload(
  'RecordMeetingAttendancePayload',
  'It is noted who came.',
);
export const ClaimMeetingOutcomePayload = meetingPayload(
  'ClaimMeetingOutcomePayload',
  'The claim is noted, or taken back.',
);
export const RateMeetingPayload = meetingPayload('RateMeetingPayload', 'The feedback is noted.');

export const RecordMeetingAttendanceResult = resultUnion('RecordMeetingAttendanceResult', [
  RecordMeetingAttendancePayload,
  MeetingStateError,
] as const);
export type RecordMeetingAttendanceResult = typeof RecordMeetingAttendanceResult;

export const ClaimMeetingOutcomeResult = resultUnion('ClaimMeetingOutcomeResult', [
  ClaimMeetingOutcomePayload,
  MeetingStateError,
] as const);
export type ClaimMeetingOutcomeResult = typeof ClaimMeetingOutcomeResult;

export const RateMeetingResult = resultUnion('RateMeetingResult', [
  RateMeetingPayload,
  MeetingStateError,
] as const);
export type RateMeetingResult = typeof RateMeetingResult;

@InputType({ description: 'Whether more will come of a meeting.' })
export class EndOutcomeThreadInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field({ defaultValue: true, description: 'Whether nothing more will come; otherwise it is open again.' })
  @IsBoolean()
  ended!: boolean;
}

export const EndOutcomeThreadPayload = meetingPayload(
  'EndOutcomeThreadPayload',
  'It is noted; who has ended it is not asked again.',
);

export const EndOutcomeThreadResult = resultUnion('EndOutcomeThreadResult', [
  EndOutcomeThreadPayload,
  MeetingStateError,
] as const);
export type EndOutcomeThreadResult = typeof EndOutcomeThreadResult;

@ObjectType('OutcomeFigures', { description: 'What outcomes of one kind came to at an event.' })
@Access('members of those who organize the event')
export class OutcomeFiguresType {
  @Field(() => OutcomeKind, { description: 'Which kind.' })
  kind!: string;

  @Field(() => Int, { description: 'How many at least one side claims.' })
  claimed!: number;

  @Field(() => Int, { description: 'How many both sides claim.' })
  confirmed!: number;

  @Field(() => DecimalScalar, { description: 'CNY, the higher amount of each that is claimed.' })
  amountClaimed!: string;

  @Field(() => DecimalScalar, {
    description: 'CNY, the lower amount of each that both claim with an amount.',
  })
  amountConfirmed!: string;
}
