import { IsPublicName, PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ParticipantRole, QuestionKind, RegistrationState } from './registration.enums.js';

@InputType({ description: 'A person who comes: a member of the organization, or somebody by name.' })
export class EventRepresentativeInput {
  @Field(() => ID, { nullable: true, description: 'A member of the organization, by the person’s id.' })
  @IsOptional()
  userId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of somebody without an account.' })
  @IsOptional()
  @Length(1, 60)
  @IsPublicName()
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Position in the organization.' })
  @IsOptional()
  @MaxLength(60)
  @IsPublicName()
  jobTitle?: string | null;
}

@InputType({ description: 'An answer to a question of the organizers.' })
class RegistrationAnswerInput {
  @Field({ description: 'Id of the question.' })
  @MaxLength(60)
  questionId!: string;

  @Field({ description: 'The answer.' })
  @MaxLength(2000)
  value!: string;
}

@InputType({ description: 'A registration of the acting organization.' })
export class RegisterForEventInput {
  @Field(() => ID, { description: 'Who registers; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ParticipantRole, { description: 'As what it takes part.' })
  @IsEnum(ParticipantRole)
  role!: ParticipantRole;

  @Field(() => [EventRepresentativeInput], { description: 'Who comes, 1 to 10 persons.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => EventRepresentativeInput)
  representatives!: EventRepresentativeInput[];

  @Field(() => [RegistrationAnswerInput], { defaultValue: [], description: 'Answers to the questions.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RegistrationAnswerInput)
  answers!: RegistrationAnswerInput[];

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id registers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A visit of the caller on their own, without an organization.' })
export class RegisterAsVisitorInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { nullable: true, description: 'Where the visitor works, as printed on the badge.' })
  @IsOptional()
  @MaxLength(100)
  @IsPublicName()
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Position there.' })
  @IsOptional()
  @MaxLength(60)
  @IsPublicName()
  jobTitle?: string | null;

  @Field(() => [RegistrationAnswerInput], { defaultValue: [], description: 'Answers to the questions.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RegistrationAnswerInput)
  answers!: RegistrationAnswerInput[];

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id registers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

/** Names one's own registration and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'One’s own registration.' })
abstract class OwnRegistrationStepInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The registered organization, for which the caller acts; left out by a visitor on their own.',
  })
  @IsOptional()
  actingOrganizationId?: string | null;

  @Field(() => ID, { description: 'The registration.' })
  registrationId!: string;
}

/** Names a registration and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A registration, and for whom the caller acts.' })
abstract class RegistrationStepInput {
  @Field(() => ID, { description: 'For which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The registration.' })
  registrationId!: string;
}

@InputType({ description: 'A registration that is taken back.' })
export class WithdrawFromEventInput extends OwnRegistrationStepInput {}

@InputType({ description: 'A registration whose offered place is taken.' })
export class AcceptEventPlaceInput extends OwnRegistrationStepInput {}

@InputType({ description: 'What the organizers decide.' })
export class DecideEventRegistrationInput extends RegistrationStepInput {
  @Field({ description: 'Whether they let it in.' })
  @IsBoolean()
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why; the organization reads it.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'How far ahead a registration waits.' })
export class PrioritizeEventRegistrationInput extends RegistrationStepInput {
  @Field(() => Int, { description: 'Higher comes first, 0 is usual.' })
  @IsInt()
  @Min(-100)
  @Max(100)
  priority!: number;
}

@InputType({ description: 'A place that passes to a colleague.' })
export class TransferEventPlaceInput extends RegistrationStepInput {
  @Field(() => ID, { description: 'Who comes no more.' })
  representativeId!: string;

  @Field(() => EventRepresentativeInput, { description: 'Who comes instead.' })
  @ValidateNested()
  @Type(() => EventRepresentativeInput)
  colleague!: EventRepresentativeInput;
}

/** What a list of registrations is narrowed to. */
@ArgsType()
export class EventRegistrationsArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => [RegistrationState], { nullable: true, description: 'Where they stand; all when left out.' })
  @IsOptional()
  @ArrayMaxSize(7)
  @IsEnum(RegistrationState, { each: true })
  states?: RegistrationState[] | null;

  @Field(() => ParticipantRole, { nullable: true, description: 'As what they take part.' })
  @IsOptional()
  @IsEnum(ParticipantRole)
  role?: ParticipantRole | null;
}

/** Registrations of an organization. */
@ArgsType()
export class MyEventRegistrationsArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization.' })
  actingOrganizationId!: string;

  @Field(() => ID, { nullable: true, description: 'Of one event only.' })
  @IsOptional()
  eventId?: string | null;
}

/** Registrations of the caller as a visitor on their own. */
@ArgsType()
export class MyEventVisitsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one event only.' })
  @IsOptional()
  eventId?: string | null;
}

@InputType({ description: 'How many organizations come in a role, and how they are let in.' })
class EventAdmissionInput {
  @Field(() => ParticipantRole, { description: 'The role.' })
  @IsEnum(ParticipantRole)
  role!: ParticipantRole;

  @Field(() => Int, { nullable: true, description: 'Organizations; without it as many as come.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  capacity?: number | null;

  @Field({ defaultValue: false, description: 'Whether the organizers approve each registration.' })
  @IsBoolean()
  approvalNeeded!: boolean;

  @Field(() => Int, {
    defaultValue: 24,
    description: 'How long a place is kept for somebody from the waitlist, in hours.',
  })
  @IsInt()
  @Min(1)
  @Max(336)
  offerHours!: number;
}

@InputType({ description: 'A question that the organizers ask at registration.' })
class EventQuestionInput {
  @Field({ description: 'The question.' })
  @Length(2, 200)
  @Matches(/\S/)
  text!: string;

  @Field(() => QuestionKind, {
    defaultValue: QuestionKind.TEXT,
    description: 'What kind of answer it wants.',
  })
  @IsEnum(QuestionKind)
  kind!: QuestionKind;

  @Field(() => [String], { defaultValue: [], description: 'The answers to choose from.' })
  @ArrayMaxSize(30)
  @Length(1, 100, { each: true })
  choices!: string[];

  @Field({ defaultValue: false, description: 'Whether it has to be answered.' })
  @IsBoolean()
  required!: boolean;
}

/** Names an event and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'An event that the acting organization organizes.' })
abstract class OrganizedEventInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

@InputType({ description: 'Who is let in to an event, and what they are asked.' })
export class SetEventAdmissionInput extends OrganizedEventInput {
  @Field(() => [EventAdmissionInput], { description: 'All roles; what is not among them is closed.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => EventAdmissionInput)
  admissions!: EventAdmissionInput[];

  @Field(() => [EventQuestionInput], { defaultValue: [], description: 'All questions, in their order.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EventQuestionInput)
  questions!: EventQuestionInput[];
}

@InputType({ description: 'An event for which one can register.' })
export class OpenEventRegistrationInput extends OrganizedEventInput {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when; without it until the event ends.',
  })
  @IsOptional()
  closesAt?: Date | null;
}

@InputType({ description: 'An event for which one cannot register any more.' })
export class CloseEventRegistrationInput extends OrganizedEventInput {}
