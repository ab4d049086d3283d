import { Access } from '@app/identity';
import { connectionType, PageArgs, resultUnion } from '@app/kernel';
import { MatchType } from '@app/matching';
import {
  type EventRegistration,
  EventRegistrationType,
  type MatchmakingEvent,
  MatchmakingEventType,
} from '@app/matchmaking-events';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsDate, IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import { NotAtEventError } from '../booking/meeting.texts.js';
import { type MeetingWish, WishLevel } from './meeting-wish.entity.js';
import { MeetingWishesClosedError, TooManyMustWishesError } from './meeting-wish.texts.js';

@ObjectType('MeetingTerms', { description: 'The organizers’ terms for the meetings of their event.' })
@Access('everyone who sees the event')
export class MeetingTermsType {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when wishes can be changed; null: until the event ends.',
  })
  wishesUntil!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings that the schedule gives a buyer.' })
  mostPerBuyer!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings that the schedule gives a supplier.' })
  mostPerSupplier!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest meetings that the schedule is to give each, as far as there are any.',
  })
  leastEach!: number | null;

  @Field(() => Int, { description: 'How many MUST wishes each participant has.' })
  mustWishesEach!: number;
}

@ObjectType('MeetingWish', {
  description: 'What one participant of an event wishes of meeting one of the other side.',
})
@Access('members of who wishes, and of those who organize the event; of the other side unless it is a NO')
export class MeetingWishType {
  id!: string;

  @Field(() => WishLevel, { description: 'How much.' })
  level!: WishLevel;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  updatedAt!: Date;
}

export const MeetingWishConnectionType = connectionType(MeetingWishType, 'MeetingWish');

/** A participant as the other side sees it; the registration itself is nobody else's business. */
@ObjectType('MeetingPartner', { description: 'A participant of the other side, whom one can wish to meet.' })
@Access('members of participants of the other side')
export class MeetingPartnerType {
  /** Who it is. */
  registration!: EventRegistration;

  /** Who is looking. */
  askingId!: string;
}

export const MeetingPartnerConnectionType = connectionType(MeetingPartnerType, 'MeetingPartner');

@ObjectType('MeetingSuggestion', { description: 'A participant of the other side that fits, and why.' })
@Access('members of the participant for which it is made')
export class MeetingSuggestionType {
  organizationId!: string;

  @Field(() => MatchType, { description: 'The best match between the two.' })
  match!: MatchType;
}

/** How many suggestions are shown at most. */
const MOST_SUGGESTIONS = 50;

/** The most meetings that terms can speak of. */
const MOST_MEETINGS = 500;

@InputType({ description: 'The organizers’ terms for the meetings of an event, as a whole.' })
export class SetMeetingTermsInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when wishes can be changed; null: until the event ends.',
  })
  @IsOptional()
  @IsDate()
  wishesUntil?: Date | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings of a buyer; null: as many as fit.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  mostPerBuyer?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings of a supplier; null: as many as fit.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  mostPerSupplier?: number | null;

  @Field(() => Int, { nullable: true, description: 'The fewest meetings that each is to get.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  leastEach?: number | null;

  @Field(() => Int, { description: 'How many MUST wishes each participant has, at most 50.' })
  @IsInt()
  @Min(0)
  @Max(50)
  mustWishesEach!: number;
}

/** Names a pair of participants and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'Two participants of an event.' })
abstract class WishedPairInput {
  @Field(() => ID, { description: 'Who wishes; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Whom: a participant of the other side.' })
  withOrganizationId!: string;
}

@InputType({ description: 'What a participant wishes of meeting one of the other side.' })
export class SetMeetingWishInput extends WishedPairInput {
  @Field(() => WishLevel, { description: 'How much.' })
  @IsEnum(WishLevel)
  level!: WishLevel;

  @Field(() => ID, { nullable: true, description: 'The buyer’s need that it is about.' })
  needId?: string | null;
}

@InputType({ description: 'A wish that is taken back.' })
export class WithdrawMeetingWishInput extends WishedPairInput {}

@InputType({ description: 'When a participant cannot meet, as a whole.' })
export class SetMeetingAvailabilityInput {
  @Field(() => ID, { description: 'The participant; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => [ID], { description: 'Slots in which it cannot meet, at most 500.' })
  @ArrayMaxSize(500)
  unavailableSlotIds!: string[];
}

/** Whom fits somebody at an event. */
@ArgsType()
export class MeetingSuggestionsArgs {
  @Field(() => ID, { description: 'The participant for which they are made.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Int, { defaultValue: 10, description: `How many, at most ${MOST_SUGGESTIONS}.` })
  @IsInt()
  @Min(1)
  @Max(MOST_SUGGESTIONS)
  first!: number;
}

/** The wishes of an event. */
@ArgsType()
export class EventMeetingWishesArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

interface RegistrationPayload {
  readonly registration: EventRegistration;
}

function registrationPayload(
  name: string,
  description: string,
): Type<RegistrationPayload> & (new (registration: EventRegistration) => RegistrationPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements RegistrationPayload {
    @Field(() => EventRegistrationType, { description: 'The caller’s registration.' })
    readonly registration: EventRegistration;

    constructor(registration: EventRegistration) {
      this.registration = registration;
    }
  }
  return Payload;
}

@ObjectType('SetMeetingTermsPayload', { description: 'The terms are set.' })
@Access('the caller')
export class SetMeetingTermsPayload {
  @Field(() => MatchmakingEventType, { description: 'The event.' })
  readonly event: MatchmakingEvent;

  constructor(event: MatchmakingEvent) {
    this.event = event;
  }
}

@ObjectType('SetMeetingWishPayload', { description: 'The wish is noted.' })
@Access('the caller')
export class SetMeetingWishPayload {
  @Field(() => MeetingWishType, { description: 'The wish as it is now.' })
  readonly wish: MeetingWish;

  constructor(wish: MeetingWish) {
    this.wish = wish;
  }
}

export const WithdrawMeetingWishPayload = registrationPayload(
  'WithdrawMeetingWishPayload',
  'The wish is taken back.',
);
export const SetMeetingAvailabilityPayload = registrationPayload(
  'SetMeetingAvailabilityPayload',
  'It is noted when the participant cannot meet.',
);
export type SetMeetingAvailabilityPayload = RegistrationPayload;

export const SetMeetingWishResult = resultUnion('SetMeetingWishResult', [
  SetMeetingWishPayload,
  NotAtEventError,
  MeetingWishesClosedError,
  TooManyMustWishesError,
] as const);
export type SetMeetingWishResult = typeof SetMeetingWishResult;

export const WithdrawMeetingWishResult = resultUnion('WithdrawMeetingWishResult', [
  WithdrawMeetingWishPayload,
  MeetingWishesClosedError,
] as const);
export type WithdrawMeetingWishResult = typeof WithdrawMeetingWishResult;
