import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';

/** The longest talk that can be expected, in minutes. */
const LONGEST_TALK = 240;

@InputType({ description: 'A table at which one talks by call number.' })
export class OpenQueueTableInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'The registration of whose table it is: a confirmed buyer or supplier.' })
  registrationId!: string;

  @Field({ description: 'What stands on it; the same label opens the same table again.' })
  @Length(1, 40)
  label!: string;

  @Field(() => Int, { description: 'How long a talk is expected to take, in minutes.' })
  @IsInt()
  @Min(1)
  @Max(LONGEST_TALK)
  minutesEach!: number;
}

/** Names a queue table and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A queue table, and for whom the caller acts.' })
abstract class QueueTableStepInput {
  @Field(() => ID, { description: 'For which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The table.' })
  queueTableId!: string;
}

@InputType({ description: 'A queue table at which no more numbers are to be drawn.' })
export class CloseQueueTableInput extends QueueTableStepInput {}

@InputType({ description: 'A queue table at which one wants to talk.' })
export class DrawQueueNumberInput extends QueueTableStepInput {}

@InputType({
  description: 'A queue table at which somebody wants to talk who is there without a page of their own.',
})
export class DrawQueueNumberForInput extends QueueTableStepInput {
  @Field(() => ID, { nullable: true, description: 'Whose registration, unless a ticket is shown.' })
  @IsOptional()
  registrationId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the ticket says that is shown.' })
  @IsOptional()
  @Length(1, 400)
  ticket?: string | null;
}

@InputType({ description: 'A queue table at which the next number is to be called.' })
export class CallNextQueueNumberInput extends QueueTableStepInput {}

/** Names a call number and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A call number, and for whom the caller acts.' })
abstract class QueueNumberStepInput {
  @Field(() => ID, { description: 'For which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The number.' })
  numberId!: string;
}

@InputType({ description: 'A number that one does not need any more.' })
export class GiveBackQueueNumberInput extends QueueNumberStepInput {}

@InputType({ description: 'A number that is to be called again.' })
export class RecallQueueNumberInput extends QueueNumberStepInput {}

@InputType({ description: 'A number that is over.' })
export class FinishQueueNumberInput extends QueueNumberStepInput {
  @Field({ description: 'Whether nobody came.' })
  skipped!: boolean;
}

/** The queue tables of an event. */
@ArgsType()
export class QueueTablesArgs {
  @Field(() => ID, { description: 'A participant or organizer, for which the caller asks.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** What an organization drew at an event. */
@ArgsType()
export class MyQueueNumbersArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** The line of a queue table. */
@ArgsType()
export class QueueNumbersArgs extends PageArgs {
  @Field(() => ID, { description: 'The table.' })
  queueTableId!: string;
}
