import { Access, NodeType } from '@app/identity';
import { connectionType, PageArgs, resultUnion } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { NotificationChannel, NotificationKind } from './notification-kind.js';
import type { Wish } from './notification-preferences.service.js';

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

/** What a list of notifications is narrowed to. */
@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'Only those not read yet.' })
  @IsBoolean()
  unreadOnly!: boolean;
}

@InputType({
  description: 'Notifications that were read: named ones, or all up to one. Those of others are left alone.',
})
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  notificationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'This one and all older ones.' })
  @IsOptional()
  upToId?: string | null;
}

@InputType({ description: 'Whether a kind of notification goes to the caller by a way.' })
class NotificationPreferenceInput {
  @Field(() => NotificationKind, { description: 'The kind.' })
  @IsEnum(NotificationKind)
  kind!: NotificationKind;

  @Field(() => NotificationChannel, { description: 'The way.' })
  @IsEnum(NotificationChannel)
  channel!: NotificationChannel;

  @Field({ description: 'Whether it goes that way.' })
  @IsBoolean()
  wanted!: boolean;
}

@InputType({ description: 'What the caller wants to be told; what is not named stays.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: 'Kinds and ways; the last word on one holds.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  preferences!: NotificationPreferenceInput[];
}

@ObjectType('MarkNotificationsReadPayload', { description: 'They are read.' })
@Access('the caller')
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: 'How many were unread before.' })
  readonly markedCount: number;

  @Field(() => Int, { description: 'How many are unread now, counted up to 1000.' })
  readonly unreadCount: number;

  constructor(markedCount: number, unreadCount: number) {
    this.markedCount = markedCount;
    this.unreadCount = unreadCount;
  }
}

export const MarkNotificationsReadResult = resultUnion('MarkNotificationsReadResult', [
  MarkNotificationsReadPayload,
] as const);
export type MarkNotificationsReadResult = typeof MarkNotificationsReadResult;

@ObjectType('UpdateNotificationPreferencesPayload', { description: 'What the person gets from now on.' })
@Access('the caller')
export class UpdateNotificationPreferencesPayload {
  @Field(() => [NotificationPreferenceType], { description: 'All kinds and ways.' })
  readonly preferences: Wish[];

  constructor(preferences: Wish[]) {
    this.preferences = preferences;
  }
}

export const UpdateNotificationPreferencesResult = resultUnion('UpdateNotificationPreferencesResult', [
  UpdateNotificationPreferencesPayload,
] as const);
export type UpdateNotificationPreferencesResult = typeof UpdateNotificationPreferencesResult;
