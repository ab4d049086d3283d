import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

@InputType({ description: 'Somebody who speaks in a session.' })
export class EventSpeakerInput {
  @Field({ description: 'Name.' })
  @Length(1, 60)
  @Matches(/\S/)
  @IsPublicName()
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the speaker is there.' })
  @IsOptional()
  @MaxLength(60)
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the speaker belongs to.' })
  @IsOptional()
  @MaxLength(100)
  @IsPublicName()
  organization?: string | null;
}

@InputType({ description: 'A part of the agenda, by the clock of the venue.' })
export class EventSessionInput {
  @Field({ description: 'Title.' })
  @Length(1, 200)
  @Matches(/\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What happens in it.' })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Room or stage.' })
  @IsOptional()
  @MaxLength(60)
  room?: string | null;

  @Field({ description: 'Local start, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  starts!: string;

  @Field({ description: 'Local end, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  ends!: string;

  @Field(() => [EventSpeakerInput], { defaultValue: [], description: 'Who speaks.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EventSpeakerInput)
  speakers!: EventSpeakerInput[];
}

@InputType({ description: 'The agenda of an event, as a whole.' })
export class SetEventAgendaInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Int, { description: 'The version of the event that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => [EventSessionInput], { description: 'All sessions; what is not among them is gone.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EventSessionInput)
  sessions!: EventSessionInput[];
}
