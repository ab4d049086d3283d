import { Access, NodeType } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { NotificationChannel, NotificationKind } from './notification-kind.js';

@ObjectType('Notification', {
  description: 'Something that a person was told.',
  implements: () => NodeType,
})
@Access('its receiver only; one as a member only as long as the receiver is a member')
export class NotificationType extends NodeType {
  @Field(() => NotificationKind, { description: 'What it is about.' })
  kind!: NotificationKind;

  @Field({ description: 'Stable code of the sentence, for programs.' })
  code!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the person was told.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was read; null while unread.' })
  readAt!: Date | null;
}

export const NotificationConnectionType = connectionType(NotificationType, 'Notification');

@ObjectType('NotificationPreference', {
  description: 'Whether a kind of notification goes to the person by a way.',
})
@Access('the person only')
export class NotificationPreferenceType {
  @Field(() => NotificationKind, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => NotificationChannel, { description: 'The way.' })
  channel!: NotificationChannel;

  @Field({ description: 'Whether it goes that way.' })
  wanted!: boolean;
}
