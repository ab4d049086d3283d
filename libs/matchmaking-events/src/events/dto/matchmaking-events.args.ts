import { PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { EventKind } from '../matchmaking-event.enums.js';

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
