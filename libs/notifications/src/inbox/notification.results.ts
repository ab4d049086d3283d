import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Wish } from './notification-preferences.service.js';
import { NotificationPreferenceType } from './notification.type.js';

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
