import { IsPublicName } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, Length, MaxLength } from 'class-validator';
import { LocalTimeOccurrence } from '../../schedule/local-time-occurrence.enum.js';

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
