import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';

@InputType({ description: 'A provisional schedule that is to be published.' })
export class PublishScheduleInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

@InputType({ description: 'A meeting that is to stay where it is, or not any more.' })
export class SetMeetingLockInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field({ description: 'Whether it stays.' })
  @IsBoolean()
  locked!: boolean;
}

/** A meeting that may be moved. */
@ArgsType()
export class MeetingMovesArgs {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;
}
