import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder, type Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Notification, NotificationPreference } from './notification.entity.js';

/** Notifications and preferences of a person. They are deleted with the account, together with unsent messages. */
@Injectable()
export class NotificationsHolder extends StoredDataHolder {
  readonly section = 'notifications';
  readonly columns = ['notification.user_id', 'notification_preference.user_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      received: await this.transactions.query<object>(
        `select created_at as "createdAt", organization_id as "organizationId", kind, code, params, words,
                target_type as "targetType", target_key as "targetKey", read_at as "readAt"
           from notification where user_id = $1 order by id`,
        [userId],
      ),
      preferences: await this.transactions.query<object>(
        'select kind, channel, wanted from notification_preference where user_id = $1 order by kind, channel',
        [userId],
      ),
    };
  }

  async erase({ userId, identifiers }: DataSubject): Promise<void> {
    await this.transactions.query('delete from notification where user_id = $1', [userId]);
    await this.transactions.query('delete from notification_preference where user_id = $1', [userId]);
    await this.transactions.query('delete from outgoing_message where recipient = any($1)', [
      identifiers.map(({ value }) => value),
    ]);
  }
}

/** Unread notifications are counted up to this number. */
const MAX_UNREAD = 1000;

/** A notification to be added: everything but what reading it changes. */
export type NewNotification = Omit<Notification, 'readAt'>;

/** All SQL of notifications and of the preferences of their receivers. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds notifications in one statement; returns the ids of those that were not there for the same reason. */
  async insertNotifications(notifications: readonly NewNotification[]): Promise<Set<string>> {
    if (notifications.length === 0) return new Set();
    const added = await this.table
      .createQueryBuilder()
      .insert()
      .values(notifications.map((notification) => ({ ...notification })))
      .orIgnore()
      .returning('id')
      .execute();
    return new Set((added.raw as { id: string }[]).map(({ id }) => id));
  }

  /** Tells which persons were notified for which reasons. */
  async findEarlierReceivers(
    userIds: readonly string[],
    origins: readonly string[],
  ): Promise<(userId: string, origin: string) => boolean> {
    if (origins.length === 0) return () => false;
    const rows = await this.transactions.query<{ userId: string; origin: string }>(
      'select user_id as "userId", origin from notification where user_id = any($1::uuid[]) and origin = any($2)',
      [userIds, origins],
    );
    const told = new Set(rows.map(({ userId, origin }) => `${userId} ${origin}`));
    return (userId, origin) => told.has(`${userId} ${origin}`);
  }

  /** A notification by key. */
  findNotification(id: string): Promise<Notification | null> {
    return this.table.findOneBy({ id });
  }

  /** A page of the notifications that the viewer may still see, newest first. */
  pageNotifications(
    viewer: Viewer,
    { unreadOnly, ...wish }: { first: number; after?: string | null; unreadOnly: boolean },
  ): Promise<Connection<Notification>> {
    const list = this.visibleTo(viewer);
    if (unreadOnly) list.andWhere('n.readAt is null');
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** How many the viewer has not read, counted up to {@link MAX_UNREAD}. */
  async countUnread(viewer: Viewer): Promise<number> {
    const [sql, values] = this.visibleTo(viewer)
      .andWhere('n.readAt is null')
      .select('1')
      .limit(MAX_UNREAD)
      .getQueryAndParameters();
    const rows = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from (${sql}) counted`,
      values,
    );
    return rows[0]?.count ?? 0;
  }

  /** Marks the person's own notifications read, some or all up to one; returns how many were unread. */
  async markRead(
    userId: string,
    which: { ids?: readonly string[]; upTo?: string },
    at: Date,
  ): Promise<number> {
    const rows = await this.transactions.query(
      `update notification set read_at = $2
        where user_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3)) and ($4::uuid is null or id <= $4)
       returning id`,
      [userId, at, which.ids ?? null, which.upTo ?? null],
    );
    return rows.length;
  }

  /** Removes what was read before one instant, and everything from before another. */
  async deleteOldNotifications(readBefore: Date, createdBefore: Date): Promise<void> {
    await this.transactions.query('delete from notification where read_at < $1 or created_at < $2', [
      readBefore,
      createdBefore,
    ]);
  }

  /** The stated preferences of persons, in one statement. */
  findPreferences(userIds: readonly string[]): Promise<NotificationPreference[]> {
    return this.preferences.findBy({ userId: In([...userIds]) });
  }

  /** Saves preferences; a later one replaces an earlier one. */
  async savePreferences(preferences: readonly NotificationPreference[]): Promise<void> {
    await this.preferences.upsert([...preferences], ['userId', 'kind', 'channel']);
  }

  private visibleTo(viewer: Viewer): SelectQueryBuilder<Notification> {
    const mine = viewer.memberships.map(({ organizationId }) => organizationId);
    return this.table
      .createQueryBuilder('n')
      .where('n.userId = :userId and n.listed', { userId: viewer.userId })
      .andWhere('(n.organizationId is null or n.organizationId = any(:mine::uuid[]))', { mine });
  }

  private get preferences(): Repository<NotificationPreference> {
    return this.transactions.manager.getRepository(NotificationPreference);
  }

  private get table(): Repository<Notification> {
    return this.transactions.manager.getRepository(Notification);
  }
}
