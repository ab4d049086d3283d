import { JobHandler, jobKind, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { WatchedMatches } from '@app/matching';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import { type SavedSearch, SavedSearchSubject } from '../saved-searches/saved-search.entity.js';
import {
  ListingAlertsRepository,
  SavedSearchesRepository,
} from '../saved-searches/saved-searches.repository.js';
import { FoundThingsReader } from '../search/found-things.reader.js';
import type { Searchable } from '../search/search.graphql.js';
import { OutOfSightReader } from './alert-finder.js';
import { AlertWriter, type NamedListing, titleOf } from './alert-writer.js';
import type { ListingAlert } from '../saved-searches/listing-alert.entity.js';
import { ReadersRepository } from './readers.repository.js';

/** Names listings that were found earlier; leaves out what is gone, hidden or no longer visible to the reader. */
@Injectable()
export class ListingTitlesReader {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly things: FoundThingsReader,
    private readonly matches: WatchedMatches,
    private readonly outOfSight: OutOfSightReader,
  ) {}

  async readTitles(
    search: SavedSearch,
    alerts: readonly ListingAlert[],
    loaders: LoaderScope,
  ): Promise<NamedListing[]> {
    const viewer = (await this.readers.findViewers([search.userId])).get(search.userId);
    if (!viewer) return [];
    if (search.organizationId && !viewer.memberOf(search.organizationId)) return [];
    const index = search.listingIndex as IndexName;
    const ids = alerts.map(({ listingId }) => listingId);
    const shown =
      search.subject === SavedSearchSubject.QUERY || index !== 'needs'
        ? await this.things.loadThings(index, ids, { viewer, loaders })
        : await this.things.loadAddressedNeeds(viewer, ids, loaders);
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
      const isOutOfSight = await this.outOfSight.readOutOfSight([viewer], listed);
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

/** Searches per round. */
const PER_ROUND = 200;

/**
 * Sends readers once a day, at eight in the morning of their time zone, what their searches found. Each digest is one
 * transaction: its alerts are settled together with the message or not at all.
 */
@Injectable()
export class AlertDigests extends JobHandler<Record<string, never>> {
  readonly kind = ALERT_DIGESTS;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly titles: ListingTitlesReader,
    private readonly writer: AlertWriter,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Runs until no digest is due. A digest moves its search to the next morning, so the loop ends. */
  async handle(): Promise<void> {
    for (;;) {
      const due = await this.searches.findDue(this.clock.now(), PER_ROUND);
      for (const id of due) await this.transactions.run(() => this.send(id));
      if (due.length < PER_ROUND) return;
    }
  }

  private async send(searchId: string): Promise<void> {
    const now = this.clock.now();
    const search = await this.searches.lockSearch({ id: searchId });
    if (!search?.active || search.nextDigestAt > now) return;
    const open = await this.alerts.lockOpenAlerts(searchId);
    const named = await this.titles.readTitles(search, open, new LoaderScope());
    await this.writer.notifyOwners([{ search, listings: named }]);
    await this.alerts.settleAlerts(
      open.map(({ id }) => id),
      now,
    );
    search.told(now);
    await this.searches.saveSearch(search);
  }
}
