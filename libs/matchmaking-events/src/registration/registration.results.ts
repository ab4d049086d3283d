import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.type.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationType } from './event-registration.type.js';
import {
  AlreadyRegisteredError,
  NobodyAdmittedError,
  PlaceOfferExpiredError,
  RegistrationNotOpenError,
  RegistrationStateError,
  RoleInUseError,
  RoleNotAdmittedError,
} from './registration.errors.js';

interface RegistrationPayload {
  readonly registration: EventRegistration;
}

interface EventPayload {
  readonly event: MatchmakingEvent;
}

function registrationPayload(
  name: string,
  description: string,
): Type<RegistrationPayload> & (new (registration: EventRegistration) => RegistrationPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements RegistrationPayload {
    @Field(() => EventRegistrationType, { description: 'The registration as it is now.' })
    readonly registration: EventRegistration;

    constructor(registration: EventRegistration) {
      this.registration = registration;
    }
  }
  return Payload;
}

function eventPayload(
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

export const SetEventAdmissionPayload = eventPayload('SetEventAdmissionPayload', 'Admission is set.');
export const OpenEventRegistrationPayload = eventPayload('OpenEventRegistrationPayload', 'One can register.');
export const CloseEventRegistrationPayload = eventPayload(
  'CloseEventRegistrationPayload',
  'One cannot register any more.',
);
export const RegisterForEventPayload = registrationPayload(
  'RegisterForEventPayload',
  'The organization is registered, or waits.',
);
export const RegisterAsVisitorPayload = registrationPayload(
  'RegisterAsVisitorPayload',
  'The visitor is registered, or waits.',
);
export const WithdrawFromEventPayload = registrationPayload(
  'WithdrawFromEventPayload',
  'The registration is taken back.',
);
export const AcceptEventPlacePayload = registrationPayload('AcceptEventPlacePayload', 'The place is taken.');
export const DecideEventRegistrationPayload = registrationPayload(
  'DecideEventRegistrationPayload',
  'The organizers have decided.',
);
export const PrioritizeEventRegistrationPayload = registrationPayload(
  'PrioritizeEventRegistrationPayload',
  'The registration waits further ahead or further back.',
);
export const TransferEventPlacePayload = registrationPayload(
  'TransferEventPlacePayload',
  'A colleague comes instead.',
);

export const SetEventAdmissionResult = resultUnion('SetEventAdmissionResult', [
  SetEventAdmissionPayload,
  RoleInUseError,
  EventStateError,
] as const);
export type SetEventAdmissionResult = typeof SetEventAdmissionResult;

export const OpenEventRegistrationResult = resultUnion('OpenEventRegistrationResult', [
  OpenEventRegistrationPayload,
  NobodyAdmittedError,
  EventStateError,
] as const);
export type OpenEventRegistrationResult = typeof OpenEventRegistrationResult;

export const CloseEventRegistrationResult = resultUnion('CloseEventRegistrationResult', [
  CloseEventRegistrationPayload,
  EventStateError,
] as const);
export type CloseEventRegistrationResult = typeof CloseEventRegistrationResult;

export const RegisterForEventResult = resultUnion('RegisterForEventResult', [
  RegisterForEventPayload,
  AlreadyRegisteredError,
  RegistrationNotOpenError,
  RoleNotAdmittedError,
] as const);
export type RegisterForEventResult = typeof RegisterForEventResult;

export const RegisterAsVisitorResult = resultUnion('RegisterAsVisitorResult', [
  RegisterAsVisitorPayload,
  AlreadyRegisteredError,
  RegistrationNotOpenError,
  RoleNotAdmittedError,
] as const);
export type RegisterAsVisitorResult = typeof RegisterAsVisitorResult;

export const WithdrawFromEventResult = resultUnion('WithdrawFromEventResult', [
  WithdrawFromEventPayload,
  RegistrationStateError,
] as const);
export type WithdrawFromEventResult = typeof WithdrawFromEventResult;

export const AcceptEventPlaceResult = resultUnion('AcceptEventPlaceResult', [
  AcceptEventPlacePayload,
  PlaceOfferExpiredError,
  RegistrationStateError,
] as const);
export type AcceptEventPlaceResult = typeof AcceptEventPlaceResult;

export const DecideEventRegistrationResult = resultUnion('DecideEventRegistrationResult', [
  DecideEventRegistrationPayload,
  RegistrationStateError,
] as const);
export type DecideEventRegistrationResult = typeof DecideEventRegistrationResult;

export const PrioritizeEventRegistrationResult = resultUnion('PrioritizeEventRegistrationResult', [
  PrioritizeEventRegistrationPayload,
  RegistrationStateError,
] as const);
export type PrioritizeEventRegistrationResult = typeof PrioritizeEventRegistrationResult;

export const TransferEventPlaceResult = resultUnion('TransferEventPlaceResult', [
  TransferEventPlacePayload,
  RegistrationStateError,
] as const);
export type TransferEventPlaceResult = typeof TransferEventPlaceResult;
