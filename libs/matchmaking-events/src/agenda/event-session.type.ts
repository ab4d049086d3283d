import { Access } from '@app/identity';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

@ObjectType('EventSpeaker', { description: 'Somebody who speaks in a session.' })
@Access('everyone who sees the event')
export class EventSpeakerType {
  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the speaker is there.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the speaker belongs to.' })
  organization!: string | null;
}

@ObjectType('EventSession', { description: 'A part of an event’s agenda.' })
@Access('everyone who sees the event')
export class EventSessionType {
  id!: string;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What happens in it.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Room or stage.' })
  room!: string | null;

  @Field({ name: 'starts', description: 'Local start at the venue, YYYY-MM-DDTHH:mm.' })
  startsLocal!: string;

  @Field({ name: 'ends', description: 'Local end at the venue, YYYY-MM-DDTHH:mm.' })
  endsLocal!: string;

  @Field(() => GraphQLISODateTime, { description: 'Start, in UTC.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'End, in UTC.' })
  endsAt!: Date;
}
