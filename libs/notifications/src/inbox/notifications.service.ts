import type { Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, defineTexts } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Notification } from './notification.entity.js';
import { MarkNotificationsReadPayload, type NotificationsArgs } from './notification.graphql.js';
import { NotificationsRepository } from './notifications.repository.js';

interface Told {
  readonly userId: string;
  readonly organizationId: string | null;
  readonly listed: boolean;
}

/** A notification is its receiver's alone, staff included; one for members only as long as the person is a member. */
export function maySeeNotification(viewer: Viewer, told: Told): boolean {
  if (!told.listed || viewer.userId !== told.userId) return false;
  return told.organizationId === null || viewer.memberOf(told.organizationId);
}

export const notificationsTexts = defineTexts({
  NOTIFICATIONS_NAMED_ONE_WAY: {
    zh: '请指定要标记的通知，或指定标记到哪一条为止，二者选一。',
    en: 'Name either the notifications or the one up to which all are read.',
  },
});

/** The notifications of a person, read and unread. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly clock: Clock,
  ) {}

  /** A notification if it is the viewer's to see. */
  async findNotification(viewer: Viewer, id: string): Promise<Notification | null> {
    const notification = viewer.signedIn ? await this.notifications.findNotification(id) : null;
    return notification && maySeeNotification(viewer, notification) ? notification : null;
  }

  /** A page of the viewer's notifications, newest first. */
  listOwnNotifications(viewer: Viewer, args: NotificationsArgs): Promise<Connection<Notification>> {
    return this.notifications.pageNotifications(viewer, args);
  }

  /** Counts the viewer's unread notifications. */
  countUnread(viewer: Viewer): Promise<number> {
    return this.notifications.countUnread(viewer);
  }

  /** Marks own notifications read: named ones, or all up to one. Throws BAD_INPUT unless exactly one way is used. */
  async markNotificationsRead(
    viewer: Viewer,
    which: { ids?: readonly string[]; upTo?: string },
  ): Promise<MarkNotificationsReadPayload> {
    const userId = viewer.requireUserId();
    if ((which.ids === undefined) === (which.upTo === undefined))
      throw new BadInputError('NOTIFICATIONS_NAMED_ONE_WAY', {}, ['input.notificationIds', 'input.upToId']);
    const marked = await this.notifications.markRead(userId, which, this.clock.now());
    return new MarkNotificationsReadPayload(marked, await this.notifications.countUnread(viewer));
  }
}
