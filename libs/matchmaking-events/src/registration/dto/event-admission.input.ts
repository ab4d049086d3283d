import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
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
  Min,
  ValidateNested,
} from 'class-validator';
import { ParticipantRole, QuestionKind } from '../registration.enums.js';

@InputType({ description: 'How many organizations come in a role, and how they are let in.' })
export class EventAdmissionInput {
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

@InputType({ description: 'What the organizers ask of whoever registers.' })
export class EventQuestionInput {
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
