import { Access, NodeType } from '@app/identity';
import { connectionType, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import type { EventRegistration } from './event-registration.entity.js';
import { ParticipantRole, QuestionKind, RegistrationState } from './registration.enums.js';

@ObjectType('EventAdmission', {
  description: 'How many organizations come in a role, and how they are let in.',
})
@Access('everyone who sees the event')
export class EventAdmissionType {
  eventId!: string;

  @Field(() => ParticipantRole, { description: 'The role.' })
  role!: ParticipantRole;

  @Field(() => Int, { nullable: true, description: 'Organizations; without it as many as come.' })
  capacity!: number | null;

  @Field({ description: 'Whether the organizers approve each registration.' })
  approvalNeeded!: boolean;

  @Field(() => Int, { description: 'How long a place is kept for somebody from the waitlist, in hours.' })
  offerHours!: number;
}

@ObjectType('EventQuestion', { description: 'A question that the organizers ask at registration.' })
@Access('everyone who sees the event')
export class EventQuestionType {
  @Field({ description: 'Id for the answer.' })
  id!: string;

  @Field({ description: 'The question.' })
  text!: string;

  @Field(() => QuestionKind, { description: 'What kind of answer it wants.' })
  kind!: QuestionKind;

  @Field(() => [String], { description: 'The answers to choose from.' })
  choices!: string[];

  @Field({ description: 'Whether it has to be answered.' })
  required!: boolean;
}

@ObjectType('RegistrationAnswer', { description: 'An answer with the question as it was asked.' })
@Access('members of the registered organization, the visitor, and members of those who organize the event')
class RegistrationAnswerType {
  @Field({ description: 'Id of the question.' })
  questionId!: string;

  @Field({ description: 'The question as it was asked.' })
  question!: string;

  @Field({ description: 'The answer.' })
  value!: string;
}

@ObjectType('EventRepresentative', { description: 'A person who comes for a registered organization.' })
@Access('members of the registered organization, the visitor, and members of those who organize the event')
export class EventRepresentativeType {
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the organization.' })
  jobTitle!: string | null;
}

@ObjectType('EventRegistration', {
  description: 'A place at an event of an organization or a visitor on their own, or the wait for one.',
  implements: () => NodeType,
})
@Access('members of the registered organization, the visitor, and members of those who organize the event')
export class EventRegistrationType extends NodeType {
  @Field(() => ParticipantRole, { description: 'As what it takes part.' })
  role!: ParticipantRole;

  @Field(() => RegistrationState, { description: 'Where it stands.' })
  state!: RegistrationState;

  @Field(() => String, {
    nullable: true,
    description: 'What a walk-in without a profile is called, or where a visitor on their own works.',
  })
  companyName!: string | null;

  @Field(() => Int, { description: 'Who has a higher one is offered a place first.' })
  priority!: number;

  @Field(() => GraphQLISODateTime, { description: 'Its place in the line of equal priority.' })
  joinedAt!: Date;

  @Field(() => [RegistrationAnswerType], { description: 'Answers to the organizers’ questions.' })
  answers!: RegistrationAnswerType[];

  @Field(() => String, { nullable: true, description: 'Why the organizers turned it down.' })
  decisionReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when the offered place is kept.' })
  offerExpiresAt!: Date | null;

  @Field({ description: 'Whether it was registered at the door.' })
  walkIn!: boolean;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was registered.' })
  createdAt!: Date;
}

export const EventRegistrationConnectionType = connectionType(EventRegistrationType, 'EventRegistration');

@OutcomeType('RegistrationNotOpenError', 'One cannot register for the event, or not any more.')
export class RegistrationNotOpenError extends Outcome {
  constructor() {
    super('REGISTRATION_NOT_OPEN', {}, ['input.eventId']);
  }
}

@OutcomeType('RoleNotAdmittedError', 'The organizers admit nobody to the event in this role.')
export class RoleNotAdmittedError extends Outcome {
  constructor() {
    super('ROLE_NOT_ADMITTED', {}, ['input.role']);
  }
}

@OutcomeType('AlreadyRegisteredError', 'The organization, or the visitor, is registered for the event.')
export class AlreadyRegisteredError extends Outcome {
  @Field(() => EventRegistrationType, { description: 'The registration.' })
  readonly registration: EventRegistration;

  constructor(registration: EventRegistration) {
    super('ALREADY_REGISTERED', {}, ['input.eventId']);
    this.registration = registration;
  }
}

@OutcomeType('RegistrationStateError', 'The registration stands where this is not possible.')
export class RegistrationStateError extends Outcome {
  @Field(() => RegistrationState, { description: 'Where the registration stands.' })
  readonly state: RegistrationState;

  constructor(state: RegistrationState) {
    super('REGISTRATION_STATE', {}, ['input.registrationId']);
    this.state = state;
  }
}

@OutcomeType('PlaceOfferExpiredError', 'The place was not accepted in time and passes to the next.')
export class PlaceOfferExpiredError extends Outcome {
  constructor() {
    super('PLACE_OFFER_EXPIRED', {}, ['input.registrationId']);
  }
}

@OutcomeType('RoleInUseError', 'Somebody is registered in a role that is to be closed.')
export class RoleInUseError extends Outcome {
  @Field(() => ParticipantRole, { description: 'The role.' })
  readonly role: ParticipantRole;

  constructor(role: ParticipantRole) {
    super('ROLE_IN_USE', {}, ['input.admissions']);
    this.role = role;
  }
}

@OutcomeType('NobodyAdmittedError', 'The organizers have not said yet whom they admit.')
export class NobodyAdmittedError extends Outcome {
  constructor() {
    super('NOBODY_ADMITTED', {}, ['input.eventId']);
  }
}

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
