import { IsPublicName, PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EventKind, LocalTimeOccurrence } from './matchmaking-event.enums.js';

/** Names an event and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'An event of the acting organization.' })
export abstract class EventStepInput {
  @Field(() => ID, { description: 'The organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

@InputType({ description: 'An event to announce.' })
export class PublishMatchmakingEventInput extends EventStepInput {}

@InputType({ description: 'An event to call off.' })
export class CancelMatchmakingEventInput extends EventStepInput {
  @Field({ description: 'Why; everybody who sees the event reads it.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}

@InputType({ description: 'When an event takes place, by the clock on the wall of its venue.' })
export class EventScheduleInput {
  @Field({ defaultValue: 'Asia/Shanghai', description: 'IANA time zone.' })
  @MaxLength(60)
  zone!: string;

  @Field({ description: 'Local start, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  starts!: string;

  @Field(() => LocalTimeOccurrence, {
    nullable: true,
    description: 'Which start is meant, in the night when clocks are set back.',
  })
  @IsOptional()
  @IsEnum(LocalTimeOccurrence)
  startsOccurrence?: LocalTimeOccurrence | null;

  @Field({ description: 'Local end, YYYY-MM-DDTHH:mm.' })
  @MaxLength(40)
  ends!: string;

  @Field(() => LocalTimeOccurrence, {
    nullable: true,
    description: 'Which end is meant, in the night when clocks are set back.',
  })
  @IsOptional()
  @IsEnum(LocalTimeOccurrence)
  endsOccurrence?: LocalTimeOccurrence | null;
}

/** What an organizer may say about an event beside its kind, title and time; null clears, a field left out stays. */
@InputType({ isAbstract: true, description: 'What an organizer says about an event.' })
export abstract class EventTermsInput {
  @Field(() => String, { nullable: true, description: 'Description.' })
  @IsOptional()
  @MaxLength(10_000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Most specific region of the venue, GB/T 2260.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Venue: building and hall.' })
  @IsOptional()
  @MaxLength(200)
  @IsPublicName({ signed: false })
  venue?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the venue.' })
  @IsOptional()
  @MaxLength(300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Link for taking part online, https only.' })
  @IsOptional()
  @MaxLength(2000)
  onlineUrl?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Industries it is for, GB/T 4754 with the section letter.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(20, { each: true })
  industryCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'What it is about, in the organizer’s words.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @Length(1, 60, { each: true })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Halls of the venue that it uses.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @Length(1, 60, { each: true })
  halls?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Trade concepts that it is about.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @Length(1, 80, { each: true })
  conceptIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Industrial chains that it is for.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Length(1, 60, { each: true })
  chains?: string[] | null;
}

@InputType({ description: 'A new event of the acting organization.' })
export class CreateMatchmakingEventInput extends EventTermsInput {
  @Field(() => ID, { description: 'The organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => EventKind, { description: 'What kind of event it is.' })
  @IsEnum(EventKind)
  kind!: EventKind;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => EventScheduleInput, { description: 'When it takes place.' })
  @ValidateNested()
  @Type(() => EventScheduleInput)
  schedule!: EventScheduleInput;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

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

/** What the calendar of events is narrowed to. */
@ArgsType()
export class MatchmakingEventsArgs extends PageArgs {
  @Field(() => [EventKind], { nullable: true, description: 'Kinds of event; all when left out.' })
  @IsOptional()
  @ArrayMaxSize(4)
  @IsEnum(EventKind, { each: true })
  kinds?: EventKind[] | null;

  @Field(() => String, { nullable: true, description: 'Region, GB/T 2260; everything inside belongs to it.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Industry, GB/T 4754 with the section letter; narrower ones belong to it.',
  })
  @IsOptional()
  @MaxLength(20)
  industryCode?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Events that end after this instant.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Events that start before this instant.' })
  @IsOptional()
  to?: Date | null;

  @Field({ defaultValue: false, description: 'Whether cancelled ones are listed too.' })
  @IsBoolean()
  includeCancelled!: boolean;
}
