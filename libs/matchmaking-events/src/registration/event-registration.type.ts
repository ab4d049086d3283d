import { Access, NodeType } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
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

@ObjectType('EventQuestion', { description: 'What the organizers ask of whoever registers.' })
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
export class RegistrationAnswerType {
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
