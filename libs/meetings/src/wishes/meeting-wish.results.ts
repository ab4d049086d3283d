import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationType,
  type MatchmakingEvent,
  MatchmakingEventType,
} from '@app/matchmaking-events';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { NotAtEventError } from '../booking/meeting.errors.js';
import type { MeetingWish } from './meeting-wish.entity.js';
import { MeetingWishesClosedError, TooManyMustWishesError } from './meeting-wish.errors.js';
import { MeetingWishType } from './meeting-wish.type.js';

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
