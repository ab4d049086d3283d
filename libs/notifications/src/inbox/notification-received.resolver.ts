import { Access, CurrentViewer, readAnew, type RequestContext, type Viewer } from '@app/identity';
import { UnauthenticatedError } from '@app/kernel';
import { Resolver, Subscription } from '@nestjs/graphql';
import { NotificationFeed } from '../feed/notification-feed.js';
import type { Notification } from './notification.entity.js';
import { NotificationType } from './notification.type.js';
import { Notifications } from './notifications.service.js';

/** Notifications as they come. */
@Resolver()
export class NotificationReceivedResolver {
  constructor(
    private readonly feed: NotificationFeed,
    private readonly notifications: Notifications,
  ) {}

  @Subscription(() => NotificationType, {
    nullable: true,
    description:
      'The viewer’s notifications as they come, as far as the viewer may still see them. For whoever is signed in.',
    resolve(
      this: NotificationReceivedResolver,
      id: string,
      _args: unknown,
      context: RequestContext,
    ): Promise<Notification | null> {
      readAnew(context);
      return this.notifications.find(context.viewer, id);
    },
  })
  @Access('the receiver only', 'SIGNED_IN')
  notificationReceived(@CurrentViewer() viewer: Viewer): Promise<AsyncIterableIterator<string>> {
    if (!viewer.userId) throw new UnauthenticatedError();
    return this.feed.of(viewer.userId);
  }
}
