import { Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { AlertFrequency } from '../saved-searches/saved-search.enums.js';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import type { Searchable } from '../search/search.graphql.js';
import type { FoundAlert } from './alert-finder.js';
import { AlertNotices } from './alert-notices.js';
import type { ListingAlert } from './listing-alert.entity.js';
import { ListingAlertsRepository } from './listing-alerts.repository.js';

/** So many searches are written and told in one transaction. */
const PER_TRANSACTION = 100;

/**
 * Writes down what was found for whom, and tells those who want it at once: row, mark and message in one transaction, so
 * that whatever dies in between was never there. The unique key decides that nobody is told of a listing twice.
 */
@Injectable()
export class AlertWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly notices: AlertNotices,
    private readonly clock: Clock,
  ) {}

  /** Gives how many alerts are new. */
  async write(found: readonly FoundAlert[]): Promise<number> {
    const ids = [...new Set(found.map(({ search }) => search.id))].sort();
    let written = 0;
    for (let from = 0; from < ids.length; from += PER_TRANSACTION) {
      const some = new Set(ids.slice(from, from + PER_TRANSACTION));
      const theirs = found.filter(({ search }) => some.has(search.id));
      written += await this.transactions.run(() => this.writeFor([...some], theirs));
    }
    return written;
  }

  /** The searches as they are now, locked in the order of their ids: one that was stopped meanwhile finds nothing. */
  private async writeFor(ids: readonly string[], found: readonly FoundAlert[]): Promise<number> {
    const now = this.clock.now();
    const active = new Map((await this.searches.lockActive(ids)).map((search) => [search.id, search]));
    const rows = found.flatMap(({ search: { id }, listing }) => {
      const search = active.get(id);
      return search ? [alertOf(search, listing, now)] : [];
    });
    const fresh = await this.alerts.add(rows);
    const atOnce = fresh.filter(
      ({ savedSearchId }) => active.get(savedSearchId ?? '')?.frequency === AlertFrequency.AS_IT_HAPPENS,
    );
    await this.tell(active, found, atOnce, now);
    return fresh.length;
  }

  private async tell(
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
    await this.notices.tell(named);
    await this.alerts.settle(
      fresh.map(({ id }) => id),
      now,
    );
    for (const { search } of named) search.told(now);
    await this.searches.saveTold(named.map(({ search }) => search));
  }
}

/** The row of a listing that was found for a search's owner. */
export function alertOf(
  search: Pick<SavedSearch, 'id' | 'userId'>,
  listing: { readonly type: string; readonly id: string },
  foundAt: Date,
  settledAt: Date | null = null,
): ListingAlert {
  const { id: savedSearchId, userId } = search;
  const { type: listingType, id: listingId } = listing;
  return { id: newId(), userId, savedSearchId, listingType, listingId, foundAt, settledAt };
}

/** What a listing is called. */
export function titleOf(thing: Searchable): string {
  return 'title' in thing ? thing.title : thing.name;
}
