import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder, type Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Notification, NotificationPreference } from './notification.entity.js';

/** Every query on what persons wish to be told, and how. */
@Injectable()
export class NotificationPreferencesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** What persons have said, in one statement. */
  of(userIds: readonly string[]): Promise<NotificationPreference[]> {
    return this.table.findBy({ userId: In([...userIds]) });
  }

  /** Keeps what a person says; the last word holds. */
  async save(preferences: readonly NotificationPreference[]): Promise<void> {
    await this.table.upsert([...preferences], ['userId', 'kind', 'channel']);
  }

  private get table() {
    return this.transactions.manager.getRepository(NotificationPreference);
  }
}

/** What a person was told and how the person wants to be told; with the account it goes, unsent messages included. */
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

/** Unread notifications are counted up to this number: nobody reads a larger one as a number. */
const MOST_UNREAD = 1000;

/** A notification to be added: everything but what reading it changes. */
export type NewNotification = Omit<Notification, 'readAt'>;

/** Every query on the table of notifications. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds notifications in one statement; gives the ids of those whose receivers had not been told before. */
  async add(notifications: readonly NewNotification[]): Promise<Set<string>> {
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

  /** Which of some persons were told for which of some reasons. */
  async toldFor(
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

  find(id: string): Promise<Notification | null> {
    return this.table.findOneBy({ id });
  }

  /** A page of what the viewer was told and may still see, newest first. */
  page(
    viewer: Viewer,
    { unreadOnly, ...wish }: { first: number; after?: string | null; unreadOnly: boolean },
  ): Promise<Connection<Notification>> {
    const list = this.visibleTo(viewer);
    if (unreadOnly) list.andWhere('n.readAt is null');
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** How many the viewer has not read, counted up to {@link MOST_UNREAD}. */
  async unread(viewer: Viewer): Promise<number> {
    const [sql, values] = this.visibleTo(viewer)
      .andWhere('n.readAt is null')
      .select('1')
      .limit(MOST_UNREAD)
      .getQueryAndParameters();
    const rows = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from (${sql}) counted`,
      values,
    );
    return rows[0]?.count ?? 0;
  }

  /** Marks the person's own notifications read, some or all up to one; gives how many were unread. */
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
  async removeOld(readBefore: Date, createdBefore: Date): Promise<void> {
    await this.transactions.query('delete from notification where read_at < $1 or created_at < $2', [
      readBefore,
      createdBefore,
    ]);
  }

  private visibleTo(viewer: Viewer): SelectQueryBuilder<Notification> {
    const mine = viewer.memberships.map(({ organizationId }) => organizationId);
    return this.table
      .createQueryBuilder('n')
      .where('n.userId = :userId and n.listed', { userId: viewer.userId })
      .andWhere('(n.organizationId is null or n.organizationId = any(:mine::uuid[]))', { mine });
  }

  private get table(): Repository<Notification> {
    return this.transactions.manager.getRepository(Notification);
  }
}
