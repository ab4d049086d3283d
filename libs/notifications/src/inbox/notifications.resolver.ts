import { Access, CurrentLocale, CurrentViewer, UserType, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type Locale } from '@app/kernel';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NotificationsArgs } from './dto/notifications.args.js';
import { MarkNotificationsReadInput, UpdateNotificationPreferencesInput } from './dto/notifications.input.js';
import { renderNotice } from './notice-texts.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { Notification } from './notification.entity.js';
import {
  MarkNotificationsReadResult,
  UpdateNotificationPreferencesPayload,
  UpdateNotificationPreferencesResult,
} from './notification.results.js';
import {
  NotificationConnectionType,
  NotificationPreferenceType,
  NotificationType,
} from './notification.type.js';
import { Notifications } from './notifications.service.js';

/** What a person was told, in the reader's language, and what the person does with it. */
@Resolver(() => NotificationType)
export class NotificationsResolver {
  constructor(
    private readonly notifications: Notifications,
    private readonly preferences: NotificationPreferences,
  ) {}

  @Mutation(() => MarkNotificationsReadResult, {
    description: 'Marks own notifications read. For whoever is signed in.',
  })
  @Access('the person only', 'SIGNED_IN')
  markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which ones.' }) { notificationIds, upToId }: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadResult> {
    return this.notifications.markRead(viewer, {
      ids: notificationIds?.map((id) => keyOf(id, 'Notification')),
      upTo: upToId ? keyOf(upToId, 'Notification') : undefined,
    });
  }

  @Mutation(() => UpdateNotificationPreferencesResult, {
    description: 'Says what the caller wants to be told, and how. For whoever is signed in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async updateNotificationPreferences(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The wishes.' }) { preferences }: UpdateNotificationPreferencesInput,
  ): Promise<UpdateNotificationPreferencesResult> {
    await this.preferences.change(viewer, preferences);
    return new UpdateNotificationPreferencesPayload(await this.preferences.ofViewer(viewer));
  }

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() { id }: Notification): string {
    return encodeGlobalId('Notification', id);
  }

  @ResolveField(() => String, { description: 'A short title in the reader’s language.' })
  title(@Parent() notification: Notification, @CurrentLocale() locale: Locale): string {
    return renderNotice(notification, 'TITLE', locale);
  }

  @ResolveField(() => String, { description: 'One sentence that says it all, in the reader’s language.' })
  text(@Parent() notification: Notification, @CurrentLocale() locale: Locale): string {
    return renderNotice(notification, 'TEXT', locale);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'Global id of what it is about, for `node`; null when it is about several things.',
  })
  targetId(@Parent() { targetType, targetKey }: Notification): string | null {
    return targetType && targetKey ? encodeGlobalId(targetType, targetKey) : null;
  }
}

/** A person's own notifications. */
@Resolver(() => UserType)
export class UserNotificationsResolver {
  constructor(
    private readonly own: Notifications,
    private readonly preferences: NotificationPreferences,
  ) {}

  @ResolveField(() => NotificationConnectionType, {
    nullable: true,
    description: 'What the person was told, newest first; null for everybody but the person.',
  })
  async notifications(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
    @Args() args: NotificationsArgs,
  ): Promise<Connection<NotificationType> | null> {
    return viewer.userId === user.id ? this.own.own(viewer, args) : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many notifications the person has not read, counted up to 1000; null for everybody but the person.',
  })
  async unreadCount(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return viewer.userId === user.id ? this.own.unreadCount(viewer) : null;
  }

  @ResolveField(() => [NotificationPreferenceType], {
    nullable: true,
    description: 'What the person gets, kind by kind and way by way; null for everybody but the person.',
  })
  async notificationPreferences(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NotificationPreferenceType[] | null> {
    return viewer.userId === user.id ? this.preferences.ofViewer(viewer) : null;
  }
}
