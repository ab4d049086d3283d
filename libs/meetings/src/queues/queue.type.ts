import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { QueueNumberState } from './queue.enums.js';

@ObjectType('QueueTable', {
  description: 'A participant’s table or booth at which one talks by call number.',
})
@Access('members of participants of the event, and of those who organize it')
export class QueueTableType {
  id!: string;

  eventId!: string;

  registrationId!: string;

  @Field({ description: 'What stands on it.' })
  label!: string;

  @Field(() => Int, { description: 'How long a talk is expected to take, in minutes.' })
  minutesEach!: number;

  @Field({ description: 'Whether numbers can be drawn.' })
  open!: boolean;

  @Field(() => Int, { description: 'The highest number that was drawn.' })
  lastNumber!: number;
}

@ObjectType('QueueNumber', { description: 'A number that a participant drew at a queue table.' })
@Access('members of who drew it, of whose table it is, and of those who organize the event')
export class QueueNumberType {
  id!: string;

  queueTableId!: string;

  registrationId!: string;

  @Field(() => Int, { description: 'From 1, in the order of drawing.' })
  number!: number;

  @Field(() => QueueNumberState, { description: 'Where it stands.' })
  state!: QueueNumberState;

  @Field(() => Int, { description: 'How often it was called.' })
  calls!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was called last.' })
  calledAt!: Date | null;
}

export const QueueNumberConnectionType = connectionType(QueueNumberType, 'QueueNumber');
