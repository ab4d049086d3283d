import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { defineNotice, type Notice, NotificationKind, Notifier, PublicLinks } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { ListingAlert } from '../saved-searches/listing-alert.entity.js';
import { AlertFrequency, type SavedSearch } from '../saved-searches/saved-search.entity.js';
import {
  ListingAlertsRepository,
  SavedSearchesRepository,
} from '../saved-searches/saved-searches.repository.js';
import type { Searchable } from '../search/search.graphql.js';
import type { FoundAlert } from './alert-finder.js';

const footer = { zh: ' 退订：{unsubscribe}', en: ' No more of these: {unsubscribe}' };

defineNotice('NOTICE_ALERT_ONE', {
  title: { zh: '“{search}”有新结果', en: 'Something new for “{search}”' },
  text: {
    zh: '您保存的“{search}”有新结果：{listing}。',
    en: 'Your saved search “{search}” found {listing}.',
  },
  footer,
});

defineNotice('NOTICE_ALERT_MANY', {
  title: { zh: '“{search}”有 {count} 条新结果', en: '{count} new results for “{search}”' },
  text: {
    zh: '您保存的“{search}”有 {count} 条新结果：{listings}。',
    en: 'Your saved search “{search}” found {count} listings: {listings}.',
  },
  footer,
});

/** A listing as a message names it. */
export interface NamedListing {
  readonly alertId: string;
  readonly type: string;
  readonly id: string;
  readonly title: string;
}

/** A message names so many listings, each by so many characters. */
const MAX_NAMED = 3;
const MAX_TITLE_LENGTH = 40;

/** What a saved search found. */
interface FoundListings {
  readonly search: SavedSearch;
  readonly listings: readonly NamedListing[];
}

/** Searches per transaction. */
const PER_TRANSACTION = 100;

/**
 * Stores which listings were found for which owner and notifies the owners who want to know at once. Row, mark and message
 * are one transaction, so a crash leaves all or nothing. A unique key ensures that no owner hears of a listing twice.
 */
@Injectable()
export class AlertWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly notifier: Notifier,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {}

  /** Writes alerts and returns how many are new. */
  async writeAlerts(found: readonly FoundAlert[]): Promise<number> {
    const ids = [...new Set(found.map(({ search }) => search.id))].sort();
    let written = 0;
    for (let from = 0; from < ids.length; from += PER_TRANSACTION) {
      const some = new Set(ids.slice(from, from + PER_TRANSACTION));
      const theirs = found.filter(({ search }) => some.has(search.id));
      written += await this.transactions.run(() => this.writeFor([...some], theirs));
    }
    return written;
  }

  /** Sends one notice per search; its origin is the first of its listings. Belongs into the running transaction. */
  async notifyOwners(found: readonly FoundListings[]): Promise<void> {
    await this.notifier.notifyUsers(...found.flatMap((one) => this.noticeOf(one)));
  }

  /** Locks the searches in the order of their ids; one that was stopped meanwhile finds nothing. */
  private async writeFor(ids: readonly string[], found: readonly FoundAlert[]): Promise<number> {
    const now = this.clock.now();
    const active = new Map((await this.searches.lockActive(ids)).map((search) => [search.id, search]));
    const rows = found.flatMap(({ search: { id }, listing }) => {
      const search = active.get(id);
      return search ? [ListingAlert.record(search, listing, now)] : [];
    });
    const fresh = await this.alerts.insertAlerts(rows);
    const atOnce = fresh.filter(
      ({ savedSearchId }) => active.get(savedSearchId ?? '')?.frequency === AlertFrequency.AS_IT_HAPPENS,
    );
    await this.notify(active, found, atOnce, now);
    return fresh.length;
  }

  private async notify(
    active: ReadonlyMap<string, SavedSearch>,
    found: readonly FoundAlert[],
    fresh: readonly ListingAlert[],
    now: Date,
  ): Promise<void> {
    if (fresh.length === 0) return;
    const titles = new Map(found.map(({ listing, thing }) => [listing.id, titleOf(thing)]));
    const named = [...active.values()].flatMap((search) => {
      const listings = fresh.flatMap(({ id: alertId, savedSearchId, listingType: type, listingId: id }) =>
        savedSearchId === search.id ? [{ alertId, type, id, title: titles.get(id) ?? '' }] : [],
      );
      return listings.length > 0 ? [{ search, listings }] : [];
    });
    await this.notifyOwners(named);
    await this.alerts.settleAlerts(
      fresh.map(({ id }) => id),
      now,
    );
    for (const { search } of named) search.told(now);
    await this.searches.saveTold(named.map(({ search }) => search));
  }

  private noticeOf({ search, listings }: FoundListings): Notice[] {
    const [first, ...more] = listings;
    if (!first) return [];
    const named = listings.slice(0, MAX_NAMED).map(({ title }) => title.slice(0, MAX_TITLE_LENGTH));
    const several = more.length > 0;
    const names = `${named.join('、')}${listings.length > MAX_NAMED ? '…' : ''}`;
    return [
      {
        userIds: [search.userId],
        kind: NotificationKind.SAVED_SEARCH_ALERT,
        code: several ? 'NOTICE_ALERT_MANY' : 'NOTICE_ALERT_ONE',
        params: several
          ? { search: search.name, count: listings.length, listings: names }
          : { search: search.name, listing: names },
        target: several ? { type: 'SavedSearch', key: search.id } : { type: first.type, key: first.id },
        ...(search.organizationId ? { organizationId: search.organizationId } : {}),
        origin: `alert:${first.alertId}`,
        messageParams: { unsubscribe: this.links.linkTo(`/u/${search.unsubscribeToken}`) },
      },
    ];
  }
}

/** What a listing is called. */
export function titleOf(thing: Searchable): string {
  return 'title' in thing ? thing.title : thing.name;
}
