import { JobHandler, jobKind, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { WatchedMatches } from '@app/matching';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchSubject } from '../saved-searches/saved-search.enums.js';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import { FoundThings } from '../search/found-things.js';
import type { Searchable } from '../search/search.graphql.js';
import { OutOfSight } from './alert-finder.js';
import { AlertNotices, type NamedListing } from './alert-notices.js';
import { titleOf } from './alert-writer.js';
import type { ListingAlert } from './listing-alert.entity.js';
import { ListingAlertsRepository } from './listing-alerts.repository.js';
import { ReadersRepository } from './readers.repository.js';

/** Names listings found earlier; what is gone since, hidden since, or not for the reader any more is left out. */
@Injectable()
export class ListingTitles {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly things: FoundThings,
    private readonly matches: WatchedMatches,
    private readonly outOfSight: OutOfSight,
  ) {}

  async of(
    search: SavedSearch,
    alerts: readonly ListingAlert[],
    loaders: LoaderScope,
  ): Promise<NamedListing[]> {
    const viewer = (await this.readers.of([search.userId])).get(search.userId);
    if (!viewer) return [];
    if (search.organizationId && !viewer.memberOf(search.organizationId)) return [];
    const index = search.listingIndex as IndexName;
    const ids = alerts.map(({ listingId }) => listingId);
    const shown =
      search.subject === SavedSearchSubject.QUERY || index !== 'needs'
        ? await this.things.load(index, ids, { viewer, loaders })
        : await this.things.addressedNeeds(viewer, ids, loaders);
    const hidden = await this.hiddenSince(search, viewer, ids);
    return alerts.flatMap(({ id: alertId, listingType: type, listingId: id }) => {
      const thing = shown.get(id);
      return thing && !hidden(thing) ? [{ alertId, type, id, title: titleOf(thing) }] : [];
    });
  }

  /** What the reader's organizations, or the one that waits with a need, put out of their sight since. */
  private async hiddenSince(
    { needId, organizationId, listingIndex }: SavedSearch,
    viewer: Viewer,
    ids: readonly string[],
  ): Promise<(thing: Searchable) => boolean> {
    const index = listingIndex as IndexName;
    if (organizationId === null) {
      const listed = ids.map((id) => ({ index, id }));
      const isOutOfSight = await this.outOfSight.among([viewer], listed);
      return (thing) => isOutOfSight(viewer, index, thing);
    }
    if (needId === null) {
      const needs = await this.matches.needsOutOfSight(organizationId, ids);
      return ({ id }) => needs.has(id);
    }
    const suppliers = await this.matches.suppliersOutOfSight({ id: needId, organizationId });
    return (thing) => 'organizationId' in thing && suppliers.includes(thing.organizationId);
  }
}

export const ALERT_DIGESTS = jobKind<Record<string, never>>('discovery.alert-digests', {
  expireSeconds: 900,
});

/** So many searches are asked for at a time. */
const PER_ROUND = 200;

/**
 * Tells readers once a day, at eight in the morning where they are, what their searches found. Each digest is one
 * transaction: what it names is settled with the message or neither happened.
 */
@Injectable()
export class AlertDigests extends JobHandler<Record<string, never>> {
  readonly kind = ALERT_DIGESTS;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly titles: ListingTitles,
    private readonly notices: AlertNotices,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Until none is due; a digest moves its search to the next morning, so that this ends. */
  async handle(): Promise<void> {
    for (;;) {
      const due = await this.searches.due(this.clock.now(), PER_ROUND);
      for (const id of due) await this.transactions.run(() => this.send(id));
      if (due.length < PER_ROUND) return;
    }
  }

  private async send(searchId: string): Promise<void> {
    const now = this.clock.now();
    const search = await this.searches.lock({ id: searchId });
    if (!search?.active || search.nextDigestAt > now) return;
    const open = await this.alerts.open(searchId);
    const named = await this.titles.of(search, open, new LoaderScope());
    await this.notices.tell([{ search, listings: named }]);
    await this.alerts.settle(
      open.map(({ id }) => id),
      now,
    );
    search.told(now);
    await this.searches.save(search);
  }
}
