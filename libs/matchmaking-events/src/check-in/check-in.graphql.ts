import { Access } from '@app/identity';
import {
  connectionType,
  defineTexts,
  IsPublicName,
  Outcome,
  OutcomeType,
  PageArgs,
  resultUnion,
} from '@app/kernel';
import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import type { EventRegistration } from '../registration/event-registration.entity.js';
import {
  EventRegistrationType,
  EventRepresentativeType,
  RoleNotAdmittedError,
} from '../registration/event-registration.graphql.js';
import { ParticipantRole } from '../registration/registration.enums.js';

defineTexts({
  EVENT_FULL: { zh: '该身份名额已满。', en: 'All places of this role are taken.' },
  WALK_IN_UNNAMED: {
    zh: '请填写单位名称，或选择平台上的机构，二者选一。',
    en: 'Name the company, or choose an organization of the platform: one of the two.',
  },
  CHECK_IN_NAMES_ONE: {
    zh: '每条签到应为票码或参会代表，二者选一。',
    en: 'An entry has a ticket or a representative: one of the two.',
  },
  NOT_AN_ENTRY_ID: { zh: '签到编号应为UUID。', en: 'The id of an entry has to be a UUID.' },
});

/** What came of an entry that a device sent. */
export enum CheckInOutcome {
  RECORDED = 'RECORDED',
  DUPLICATE = 'DUPLICATE',
  NOT_A_TICKET = 'NOT_A_TICKET',
  PASSED_ON = 'PASSED_ON',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
}

registerEnumType(CheckInOutcome, {
  name: 'CheckInOutcome',
  description: 'What came of an entry that a device sent.',
  valuesMap: {
    RECORDED: { description: 'It is the first of this person and counts.' },
    DUPLICATE: {
      description: 'The person had come before, perhaps by another device; it is kept and does not count.',
    },
    NOT_A_TICKET: { description: 'No ticket of this event; nothing is kept.' },
    PASSED_ON: { description: 'The place has passed to somebody else since; nothing is kept.' },
    NOT_CONFIRMED: { description: 'The organization has no place at the event; nothing is kept.' },
  },
});

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
class RoleNumbersType {
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

@InputType({ description: 'Somebody at the door: by ticket, or by name from the list.' })
export class CheckInEntryInput {
  @Field(() => ID, { description: 'UUID made by the device; sending the entry again adds nothing.' })
  @IsUUID()
  entryId!: string;

  @Field(() => String, { nullable: true, description: 'The text of the ticket’s QR code.' })
  @IsOptional()
  @MaxLength(300)
  ticket?: string | null;

  @Field(() => ID, { nullable: true, description: 'The representative, where no ticket was read.' })
  @IsOptional()
  representativeId?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When, by the device’s clock.' })
  at!: Date;
}

@InputType({ description: 'What a device noted at the door.' })
export class SyncCheckInsInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field({ description: 'What the device is called, such as the door where it stands.' })
  @Length(1, 60)
  device!: string;

  @Field(() => [CheckInEntryInput], { description: 'At most 500 entries.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CheckInEntryInput)
  entries!: CheckInEntryInput[];
}

@InputType({ description: 'Somebody who comes without a registration.' })
export class RegisterWalkInInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ParticipantRole, { description: 'As what.' })
  @IsEnum(ParticipantRole)
  role!: ParticipantRole;

  @Field({ description: 'What the company is called.' })
  @Length(2, 100)
  @IsPublicName()
  companyName!: string;

  @Field({ description: 'Name of the person.' })
  @Length(1, 60)
  @IsPublicName()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @MaxLength(60)
  @IsPublicName()
  jobTitle?: string | null;

  @Field({ description: 'What the device is called.' })
  @Length(1, 60)
  device!: string;

  @Field({ defaultValue: false, description: 'Whether they are let in although all places are taken.' })
  @IsBoolean()
  evenIfFull!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id registers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

/** The representatives who are expected at an event. */
@ArgsType()
export class EventAttendeesArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** Of which event the numbers are watched. */
@ArgsType()
export class EventNumbersArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}
