import type { Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { NotificationsArgs } from './dto/notifications.args.js';
import type { Notification } from './notification.entity.js';
import { maySeeNotification } from './notification.policy.js';
import { MarkNotificationsReadPayload } from './notification.results.js';
import { NotificationsRepository } from './notifications.repository.js';

/** What a person was told, and has read. */
@Injectable()
export class Notifications {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly clock: Clock,
  ) {}

  /** A notification if it is the viewer's to see. */
  async find(viewer: Viewer, id: string): Promise<Notification | null> {
    const notification = viewer.signedIn ? await this.notifications.find(id) : null;
    return notification && maySeeNotification(viewer, notification) ? notification : null;
  }

  /** A page of the viewer's own, newest first. */
  own(viewer: Viewer, args: NotificationsArgs): Promise<Connection<Notification>> {
    return this.notifications.page(viewer, args);
  }

  /** How many the viewer has not read. */
  unreadCount(viewer: Viewer): Promise<number> {
    return this.notifications.unread(viewer);
  }

  /** Marks own notifications read: some, or all up to one. */
  async markRead(
    viewer: Viewer,
    which: { ids?: readonly string[]; upTo?: string },
  ): Promise<MarkNotificationsReadPayload> {
    if (!viewer.userId) throw new UnauthenticatedError();
    if ((which.ids === undefined) === (which.upTo === undefined))
      throw new BadInputError('NOTIFICATIONS_NAMED_ONE_WAY', {}, ['input.notificationIds', 'input.upToId']);
    const marked = await this.notifications.markRead(viewer.userId, which, this.clock.now());
    return new MarkNotificationsReadPayload(marked, await this.notifications.unread(viewer));
  }
}
