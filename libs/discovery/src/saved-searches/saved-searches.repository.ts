import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { ListingAlert } from './listing-alert.entity.js';
import { AlertFrequency, SavedSearch } from './saved-search.entity.js';

/** All SQL of the listings that saved searches found. */
@Injectable()
export class ListingAlertsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds alerts in one statement; gives those whose reader had not been told of the listing, nor was about to be. */
  async insertAlerts(alerts: readonly ListingAlert[]): Promise<ListingAlert[]> {
    if (alerts.length === 0) return [];
    const added = await this.table
      .createQueryBuilder()
      .insert()
      .values(alerts.map((alert) => ({ ...alert })))
      .orIgnore()
      .returning('id')
      .execute();
    const ids = new Set((added.raw as { id: string }[]).map(({ id }) => id));
    return alerts.filter(({ id }) => ids.has(id));
  }

  /** Locks the alerts that wait for a search's digest, oldest first. */
  lockOpenAlerts(savedSearchId: string): Promise<ListingAlert[]> {
    return this.table
      .createQueryBuilder('alert')
      .setLock('pessimistic_write')
      .where('alert.savedSearchId = :savedSearchId and alert.settledAt is null', { savedSearchId })
      .orderBy('alert.id')
      .getMany();
  }

  /** Marks alerts as settled: their owner was notified, or need not be. */
  async settleAlerts(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await this.table.update({ id: In([...ids]) }, { settledAt: at });
  }

  private get table(): Repository<ListingAlert> {
    return this.transactions.manager.getRepository(ListingAlert);
  }
}

/** What a person waits for and was told of; it goes with the person. */
@Injectable()
export class SavedSearchesHolder extends StoredDataHolder {
  readonly section = 'savedSearches';
  readonly columns = ['saved_search.user_id', 'listing_alert.user_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      searches: await this.transactions.query<object>(
        `select created_at as "createdAt", name, subject, listing_index as "listingIndex", text, filter_input as "filter",
                need_id as "needId", capability_id as "capabilityId", organization_id as "organizationId", frequency,
                paused, zone, last_alert_at as "lastAlertAt"
           from saved_search where user_id = $1 order by id`,
        [userId],
      ),
      toldOf: await this.transactions.query<object>(
        `select found_at as "foundAt", settled_at as "toldAt", listing_type as "type", listing_id as "id"
           from listing_alert where user_id = $1 order by id`,
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('delete from listing_alert where user_id = $1', [userId]);
    await this.transactions.query('delete from saved_search where user_id = $1', [userId]);
  }
}

/** A changed listing, as it looks for who waits for it. */
export interface AwaitedListing {
  readonly index: string;
  readonly type: string;
  readonly id: string;
  readonly keys: readonly string[];
}

/** So many searches are read at a time. */
const PER_PAGE = 500;

/** All SQL of saved searches. */
@Injectable()
export class SavedSearchesRepository {
  constructor(private readonly transactions: Transactions) {}

  findSearch(id: string): Promise<SavedSearch | null> {
    return this.table.findOneBy({ id });
  }

  /** Locks a search until the transaction ends. */
  lockSearch(which: { id: string } | { unsubscribeToken: string }): Promise<SavedSearch | null> {
    return this.table.findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks searches in the order of their ids and returns the active ones. */
  async lockActive(ids: readonly string[]): Promise<SavedSearch[]> {
    const locked = await this.table.find({
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return locked.filter(({ active }) => active);
  }

  /** Stores when owners were notified, in one statement. */
  async saveTold(searches: readonly SavedSearch[]): Promise<void> {
    await this.transactions.query(
      `update saved_search s set last_alert_at = t.last, next_digest_at = t.next
         from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as t(id, last, next) where s.id = t.id`,
      [
        searches.map(({ id }) => id),
        searches.map(({ lastAlertAt }) => lastAlertAt),
        searches.map(({ nextDigestAt }) => nextDigestAt),
      ],
    );
  }

  findByToken(unsubscribeToken: string): Promise<SavedSearch | null> {
    return this.table.findOneBy({ unsubscribeToken });
  }

  async insertSearch(search: SavedSearch): Promise<void> {
    await this.table.insert({ ...search } as object);
  }

  async saveSearch(search: SavedSearch): Promise<void> {
    const { id, ...columns } = search;
    await this.table.update({ id }, columns as object);
  }

  async deleteSearch(id: string): Promise<void> {
    await this.table.delete({ id });
  }

  /** How many a person keeps; of two that are saved at once the second waits for the first. */
  async countSearches(userId: string): Promise<number> {
    await this.transactions.query('select 1 from app_user where id = $1 for no key update', [userId]);
    return this.table.countBy({ userId });
  }

  /** A page of a person's own, newest first. */
  findPage(userId: string, wish: { first: number; after?: string | null }): Promise<Connection<SavedSearch>> {
    const list = this.table.createQueryBuilder('search').where('search.userId = :userId', { userId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /**
   * The active searches that a changed listing may concern, by its keys, whose owners know nothing of it yet; a page in
   * the order of ids.
   */
  async findAwaiting(listing: AwaitedListing, after: string | null): Promise<SavedSearch[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select s.id from saved_search s
        where s.listing_index = $1 and s.keys && $2::text[] and not s.paused and s.frequency <> $3
          and s.id > coalesce($4::uuid, '00000000-0000-0000-0000-000000000000')
          and not exists (select 1 from listing_alert a
                           where a.user_id = s.user_id and a.listing_type = $5 and a.listing_id = $6)
        order by s.id limit ${PER_PAGE}`,
      [listing.index, listing.keys, AlertFrequency.OFF, after, listing.type, listing.id],
    );
    return this.table.find({ where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
  }

  /** The searches that wait with some needs, capabilities, or everything of some suppliers. */
  async findWatching(things: {
    needIds: readonly string[];
    capabilityIds: readonly string[];
  }): Promise<SavedSearch[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from saved_search
        where need_id = any($1::uuid[]) or capability_id = any($2::uuid[])
           or (subject = 'ORGANIZATION' and organization_id in (select organization_id from capability where id = any($2::uuid[])))`,
      [things.needIds, things.capabilityIds],
    );
    return rows.length === 0 ? [] : this.table.find({ where: { id: In(rows.map(({ id }) => id)) } });
  }

  /** Stores by what a search's listings are known. */
  async setKeys(id: string, keys: readonly string[]): Promise<void> {
    await this.table.update({ id }, { keys: [...keys] });
  }

  /** Active searches with listings that wait for a digest that is due. */
  async findDue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select s.id from saved_search s
        where s.next_digest_at <= $1 and not s.paused and s.frequency <> $2
          and exists (select 1 from listing_alert a where a.saved_search_id = s.id and a.settled_at is null)
        order by s.next_digest_at, s.id limit $3`,
      [now, AlertFrequency.OFF, limit],
    );
    return rows.map(({ id }) => id);
  }

  private get table(): Repository<SavedSearch> {
    return this.transactions.manager.getRepository(SavedSearch);
  }
}
