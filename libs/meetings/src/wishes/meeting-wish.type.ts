import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { MatchType } from '@app/matching';
import type { EventRegistration } from '@app/matchmaking-events';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { WishLevel } from './meeting-wish.enums.js';

@ObjectType('MeetingTerms', { description: 'The organizers’ terms for the meetings of their event.' })
@Access('everyone who sees the event')
export class MeetingTermsType {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when wishes can be changed; null: until the event ends.',
  })
  wishesUntil!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings that the schedule gives a buyer.' })
  mostPerBuyer!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most meetings that the schedule gives a supplier.' })
  mostPerSupplier!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest meetings that the schedule is to give each, as far as there are any.',
  })
  leastEach!: number | null;

  @Field(() => Int, { description: 'How many MUST wishes each participant has.' })
  mustWishesEach!: number;
}

@ObjectType('MeetingWish', {
  description: 'What one participant of an event wishes of meeting one of the other side.',
})
@Access('members of who wishes, and of those who organize the event; of the other side unless it is a NO')
export class MeetingWishType {
  id!: string;

  @Field(() => WishLevel, { description: 'How much.' })
  level!: WishLevel;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  updatedAt!: Date;
}

export const MeetingWishConnectionType = connectionType(MeetingWishType, 'MeetingWish');

/** A participant as the other side sees it; the registration itself is nobody else's business. */
@ObjectType('MeetingPartner', { description: 'A participant of the other side, whom one can wish to meet.' })
@Access('members of participants of the other side')
export class MeetingPartnerType {
  /** Who it is. */
  registration!: EventRegistration;

  /** Who is looking. */
  askingId!: string;
}

export const MeetingPartnerConnectionType = connectionType(MeetingPartnerType, 'MeetingPartner');

@ObjectType('MeetingSuggestion', { description: 'A participant of the other side that fits, and why.' })
@Access('members of the participant for which it is made')
export class MeetingSuggestionType {
  organizationId!: string;

  @Field(() => MatchType, { description: 'The best match between the two.' })
  match!: MatchType;
}
