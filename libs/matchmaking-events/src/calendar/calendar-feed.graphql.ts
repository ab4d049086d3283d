import { Access } from '@app/identity';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

@ObjectType('CalendarFeed', { description: 'The secret address of the caller’s calendar.' })
@Access('the caller')
export class CalendarFeedType {
  @Field(() => GraphQLISODateTime, { description: 'Since when it stands.' })
  createdAt!: Date;
}

@ObjectType('CreateCalendarFeedPayload', { description: 'The address; it is shown this once.' })
@Access('the caller')
export class CreateCalendarFeedPayload {
  @Field({ description: 'The address for a calendar program. Anyone who has the address sees the events.' })
  readonly url!: string;

  @Field(() => CalendarFeedType, { description: 'The feed.' })
  readonly feed!: CalendarFeedType;
}

@ObjectType('RevokeCalendarFeedPayload', { description: 'No address leads to the calendar any more.' })
@Access('the caller')
export class RevokeCalendarFeedPayload {
  @Field(() => CalendarFeedType, { nullable: true, description: 'The feed, which is gone.' })
  readonly feed!: CalendarFeedType | null;
}
