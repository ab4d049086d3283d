import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsInt, IsOptional, Length, Matches, Min, ValidateNested } from 'class-validator';
import { EventKind } from '../matchmaking-event.enums.js';
import { EventScheduleInput, EventTermsInput } from './event-terms.input.js';

@InputType({ description: 'Changes of an event; fields left out stay, null clears.' })
export class UpdateMatchmakingEventInput extends EventTermsInput {
  @Field(() => ID, { description: 'The organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => EventKind, { nullable: true, description: 'What kind of event it is.' })
  @IsOptional()
  @IsEnum(EventKind)
  kind?: EventKind | null;

  @Field(() => String, { nullable: true, description: 'Title.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ signed: false })
  title?: string | null;

  @Field(() => EventScheduleInput, { nullable: true, description: 'When it takes place, as a whole.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EventScheduleInput)
  schedule?: EventScheduleInput | null;

  @Field({
    defaultValue: true,
    description:
      'Whether slots and meetings move along with the start of an event that has not begun; otherwise they stay at their times.',
  })
  @IsBoolean()
  meetingsFollow!: boolean;

  @Field({
    defaultValue: false,
    description:
      'Whether slots and meetings that lie outside of new times are cancelled; otherwise such a change is refused.',
  })
  @IsBoolean()
  cancelMeetingsOutside!: boolean;

  @Field({ defaultValue: true, description: 'Whether registered participants are notified of new times.' })
  @IsBoolean()
  notify!: boolean;
}
