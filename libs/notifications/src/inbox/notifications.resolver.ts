import {
  Access,
  CurrentLocale,
  CurrentViewer,
  NodeRegistry,
  readAnew,
  type RequestContext,
  UserType,
  type Viewer,
} from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type Locale } from '@app/kernel';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { renderNotice } from './notice.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';
import { Notification } from './notification.entity.js';
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadResult,
  NotificationConnectionType,
  NotificationPreferenceType,
  NotificationsArgs,
  NotificationType,
  UpdateNotificationPreferencesInput,
  UpdateNotificationPreferencesPayload,
  UpdateNotificationPreferencesResult,
} from './notification.graphql.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationFeed } from './notifier.js';

/** The subscription to new notifications. */
@Resolver()
export class NotificationReceivedResolver {
  constructor(
    private readonly feed: NotificationFeed,
    private readonly notifications: NotificationsService,
  ) {}

  @Subscription(() => NotificationType, {
    nullable: true,
    description:
      'The viewer’s notifications as they come, as far as the viewer may still see them. Requires sign-in.',
    resolve(
      this: NotificationReceivedResolver,
      id: string,
      _args: unknown,
      context: RequestContext,
    ): Promise<Notification | null> {
      readAnew(context);
      return this.notifications.findNotification(context.viewer, id);
    },
  })
  @Access('the receiver only', 'SIGNED_IN')
  notificationReceived(@CurrentViewer() viewer: Viewer): Promise<AsyncIterableIterator<string>> {
    return this.feed.of(viewer.requireUserId());
  }
}

/** Notifications in the reader's language, and mutations on one's own. */
@Resolver(() => NotificationType)
export class NotificationsResolver implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly preferences: NotificationPreferencesService,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Notification', (id, { viewer }) => this.notifications.findNotification(viewer, id));
  }

  @Mutation(() => MarkNotificationsReadResult, {
    description: 'Marks own notifications read. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which ones.' }) { notificationIds, upToId }: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadResult> {
    return this.notifications.markNotificationsRead(viewer, {
      ids: notificationIds?.map((id) => keyOf(id, 'Notification')),
      upTo: upToId ? keyOf(upToId, 'Notification') : undefined,
    });
  }

  @Mutation(() => UpdateNotificationPreferencesResult, {
    description: 'Says what the caller wants to be told, and how. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async updateNotificationPreferences(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The wishes.' }) { preferences }: UpdateNotificationPreferencesInput,
  ): Promise<UpdateNotificationPreferencesResult> {
    await this.preferences.changePreferences(viewer, preferences);
    return new UpdateNotificationPreferencesPayload(await this.preferences.listOwnPreferences(viewer));
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
    private readonly own: NotificationsService,
    private readonly preferences: NotificationPreferencesService,
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
    return viewer.userId === user.id ? this.own.listOwnNotifications(viewer, args) : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many notifications the person has not read, counted up to 1000; null for everybody but the person.',
  })
  async unreadCount(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    return viewer.userId === user.id ? this.own.countUnread(viewer) : null;
  }

  @ResolveField(() => [NotificationPreferenceType], {
    nullable: true,
    description: 'What the person gets, kind by kind and way by way; null for everybody but the person.',
  })
  async notificationPreferences(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NotificationPreferenceType[] | null> {
    return viewer.userId === user.id ? this.preferences.listOwnPreferences(viewer) : null;
  }
}
