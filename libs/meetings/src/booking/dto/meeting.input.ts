import { PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsDate,
  IsOptional,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

@InputType({ description: 'A span in which one meeting fits.' })
export class MeetingSlotInput {
  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  @IsDate()
  endsAt!: Date;
}

@InputType({ description: 'All slots and tables for the meetings of an event.' })
export class SetMeetingGridInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => [MeetingSlotInput], { description: 'Slots within the event, at most 500.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MeetingSlotInput)
  slots!: MeetingSlotInput[];

  @Field(() => [String], { description: 'Labels of tables, at most 1,000.' })
  @ArrayMaxSize(1000)
  @Length(1, 40, { each: true })
  tables!: string[];

  @Field({
    defaultValue: false,
    description:
      'Whether provisional meetings in slots or at tables that go are discarded; the other ones stay.',
  })
  @IsBoolean()
  discardProvisional!: boolean;
}

/** What one side asks the other for: a slot, with words if it likes. */
@InputType({ isAbstract: true, description: 'A slot that one side asks the other for.' })
abstract class MeetingAskingInput {
  @Field(() => ID, { description: 'Who asks; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The slot.' })
  slotId!: string;

  @Field(() => String, { nullable: true, description: 'What goes with it.' })
  @IsOptional()
  @MaxLength(500)
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id asks once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A meeting that one side asks the other for.' })
export class RequestMeetingInput extends MeetingAskingInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Who is asked.' })
  withOrganizationId!: string;
}

@InputType({ description: 'Another time that one side of a meeting proposes to the other.' })
export class ProposeMeetingTimeInput extends MeetingAskingInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

/** Names a request and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A request, and for whom the caller acts.' })
abstract class MeetingRequestStepInput {
  @Field(() => ID, { description: 'Who was asked; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The request.' })
  requestId!: string;
}

@InputType({ description: 'A request that the other side agrees to.' })
export class AcceptMeetingRequestInput extends MeetingRequestStepInput {}

@InputType({ description: 'A request that the other side turns down.' })
export class DeclineMeetingRequestInput extends MeetingRequestStepInput {}

/** Names a meeting and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A meeting, and for whom the caller acts.' })
abstract class MeetingStepInput {
  @Field(() => ID, { description: 'One of the two, or an organizer of the event; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

@InputType({ description: 'A meeting that is to take place at another time.' })
export class RescheduleMeetingInput extends MeetingStepInput {
  @Field(() => ID, { description: 'The slot.' })
  slotId!: string;
}

@InputType({ description: 'Two meetings that are to change places.' })
export class SwapMeetingsInput extends MeetingStepInput {
  @Field(() => ID, { description: 'The other meeting.' })
  otherMeetingId!: string;
}

@InputType({ description: 'A meeting that is not to take place.' })
export class CancelMeetingInput extends MeetingStepInput {
  @Field(() => String, { nullable: true, description: 'Why; the other side reads it.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

/** When the two of a meeting could meet instead. */
@ArgsType()
export class MeetingTimesArgs {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}

/** The meetings of an event. */
@ArgsType()
export class EventMeetingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** What an organization has to do with meetings at an event. */
@ArgsType()
export class MyMeetingsArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** The participants of the other side, optionally filtered by name. */
@ArgsType()
export class MeetingPartnersArgs extends MyMeetingsArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, of the organization or of a company without one here.',
  })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;
}
