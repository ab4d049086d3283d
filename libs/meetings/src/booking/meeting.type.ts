import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { MeetingOrigin, MeetingRequestState, MeetingState } from './meeting.enums.js';

@ObjectType('MeetingSlot', { description: 'A span of an event in which one meeting fits.' })
@Access('everyone who sees the event')
export class MeetingSlotType {
  id!: string;

  eventId!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType('MeetingTable', { description: 'A table or booth for meetings.' })
@Access('everyone who sees the event')
export class MeetingTableType {
  id!: string;

  eventId!: string;

  @Field({ description: 'What stands on it.' })
  label!: string;
}

@ObjectType('MeetingPerson', { description: 'Who sits on one side of a meeting.' })
@Access('members of the two, and of those who organize the event')
export class MeetingPersonType {
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the organization.' })
  jobTitle!: string | null;
}

@ObjectType('Meeting', {
  description: 'A buyer’s and a supplier’s representative at a table in a slot of an event.',
})
@Access('members of the two, and of those who organize the event')
export class MeetingType {
  id!: string;

  @Field(() => MeetingState, { description: 'Where it stands.' })
  state!: MeetingState;

  @Field(() => MeetingOrigin, { description: 'How it came about.' })
  origin!: MeetingOrigin;

  @Field({ description: 'Whether the organizers want it to stay where it is.' })
  locked!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not take place.' })
  cancellationReason!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
}

export const MeetingConnectionType = connectionType(MeetingType, 'Meeting');

@ObjectType('MeetingRequest', {
  description:
    'One side asks the other for a meeting in a slot, or for one that stands to take place then. It holds nothing.',
})
@Access('members of the two')
export class MeetingRequestType {
  id!: string;

  @Field(() => MeetingRequestState, { description: 'Where it stands.' })
  state!: MeetingRequestState;

  @Field(() => String, { nullable: true, description: 'What goes with it.' })
  message!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent.' })
  createdAt!: Date;
}

export const MeetingRequestConnectionType = connectionType(MeetingRequestType, 'MeetingRequest');
