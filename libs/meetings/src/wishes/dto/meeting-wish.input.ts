import { PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsDate, IsEnum, IsInt, IsOptional, Max, Min } from 'class-validator';
import { WishLevel } from '../meeting-wish.enums.js';

/** How many suggestions are shown at most. */
const MOST_SUGGESTIONS = 50;

/** The most meetings that terms can speak of. */
const MOST_MEETINGS = 500;

@InputType({ description: 'The organizers’ terms for the meetings of an event, as a whole.' })
export class SetMeetingTermsInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when wishes can be changed; null: until the event ends.',
  })
  @IsOptional()
  @IsDate()
  wishesUntil?: Date | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings of a buyer; null: as many as fit.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  mostPerBuyer?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings of a supplier; null: as many as fit.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  mostPerSupplier?: number | null;

  @Field(() => Int, { nullable: true, description: 'The fewest meetings that each is to get.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MEETINGS)
  leastEach?: number | null;

  @Field(() => Int, { description: 'How many MUST wishes each participant has, at most 50.' })
  @IsInt()
  @Min(0)
  @Max(50)
  mustWishesEach!: number;
}

/** Names a pair of participants and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'Two participants of an event.' })
abstract class WishedPairInput {
  @Field(() => ID, { description: 'Who wishes; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Whom: a participant of the other side.' })
  withOrganizationId!: string;
}

@InputType({ description: 'What a participant wishes of meeting one of the other side.' })
export class SetMeetingWishInput extends WishedPairInput {
  @Field(() => WishLevel, { description: 'How much.' })
  @IsEnum(WishLevel)
  level!: WishLevel;

  @Field(() => ID, { nullable: true, description: 'The buyer’s need that it is about.' })
  needId?: string | null;
}

@InputType({ description: 'A wish that is taken back.' })
export class WithdrawMeetingWishInput extends WishedPairInput {}

@InputType({ description: 'When a participant cannot meet, as a whole.' })
export class SetMeetingAvailabilityInput {
  @Field(() => ID, { description: 'The participant; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => [ID], { description: 'Slots in which it cannot meet, at most 500.' })
  @ArrayMaxSize(500)
  unavailableSlotIds!: string[];
}

/** Whom fits somebody at an event. */
@ArgsType()
export class MeetingSuggestionsArgs {
  @Field(() => ID, { description: 'The participant for which they are made.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => Int, { defaultValue: 10, description: `How many, at most ${MOST_SUGGESTIONS}.` })
  @IsInt()
  @Min(1)
  @Max(MOST_SUGGESTIONS)
  first!: number;
}

/** The wishes of an event. */
@ArgsType()
export class EventMeetingWishesArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}
