import { Access } from '@app/identity';
import { connectionType, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EventRegistration } from '../registration/event-registration.entity.js';
import { EventRegistrationType, EventRepresentativeType } from '../registration/event-registration.type.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { RoleNotAdmittedError } from '../registration/registration.errors.js';
import { ParticipantRole } from '../registration/registration.enums.js';
import { CheckInOutcome } from './check-in.enums.js';

@ObjectType('EventTicket', { description: 'A representative’s ticket, valid at the door without a network.' })
@Access('members of the registered organization, the visitor, and members of those who organize the event')
export class EventTicketType {
  @Field({ description: 'Signed text of the QR code.' })
  token!: string;
}

@ObjectType('CheckInResult', { description: 'What came of an entry that a device sent.' })
@Access('the caller')
export class CheckInResultType {
  @Field(() => ID, { description: 'The device’s id of the entry.' })
  entryId!: string;

  @Field(() => CheckInOutcome, { description: 'What came of it.' })
  outcome!: CheckInOutcome;

  representativeKey!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the person came first.' })
  firstAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Which device noted it first.' })
  firstDevice!: string | null;
}

@ObjectType('SyncCheckInsPayload', { description: 'The entries are merged.' })
@Access('the caller')
export class SyncCheckInsPayload {
  @Field(() => [CheckInResultType], { description: 'What came of each entry, in the order sent.' })
  readonly results: CheckInResultType[];

  constructor(results: CheckInResultType[]) {
    this.results = results;
  }
}

export const SyncCheckInsResult = resultUnion('SyncCheckInsResult', [SyncCheckInsPayload] as const);
export type SyncCheckInsResult = typeof SyncCheckInsResult;

@OutcomeType('EventFullError', 'All places of the role are taken.')
export class EventFullError extends Outcome {
  constructor() {
    super('EVENT_FULL', {}, ['input.role']);
  }
}

@ObjectType('RegisterWalkInPayload', { description: 'The walk-in has a place and has come.' })
@Access('the caller')
export class RegisterWalkInPayload {
  @Field(() => EventRegistrationType, { description: 'The registration.' })
  readonly registration: EventRegistration;

  constructor(registration: EventRegistration) {
    this.registration = registration;
  }
}

export const RegisterWalkInResult = resultUnion('RegisterWalkInResult', [
  RegisterWalkInPayload,
  EventFullError,
  RoleNotAdmittedError,
  EventStateError,
] as const);
export type RegisterWalkInResult = typeof RegisterWalkInResult;

@ObjectType('RoleNumbers', { description: 'The numbers of a role at an event.' })
@Access('members of those who organize the event')
export class RoleNumbersType {
  @Field(() => ParticipantRole, { description: 'The role.' })
  role!: ParticipantRole;

  @Field(() => Int, { description: 'Organizations that wait for approval.' })
  requested!: number;

  @Field(() => Int, { description: 'Organizations in the waitlist, those with an offer among them.' })
  waiting!: number;

  @Field(() => Int, { description: 'Organizations with a place.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Of these, registered at the door.' })
  walkIns!: number;

  @Field(() => Int, { description: 'Organizations of which somebody has come.' })
  present!: number;

  @Field(() => Int, { description: 'Persons who are to come.' })
  representatives!: number;

  @Field(() => Int, { description: 'Persons who have come.' })
  checkedIn!: number;
}

@ObjectType('EventNumbers', { description: 'How an event stands, in numbers of this moment.' })
@Access('members of those who organize the event')
export class EventNumbersType {
  eventKey!: string;

  @Field(() => [RoleNumbersType], { description: 'By role.' })
  roles!: RoleNumbersType[];

  @Field(() => GraphQLISODateTime, { description: 'When they were counted.' })
  countedAt!: Date;
}

export const EventRepresentativeConnectionType = connectionType(
  EventRepresentativeType,
  'EventRepresentative',
);
