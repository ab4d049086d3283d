import type { Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { WatchedMatches } from '@app/matching';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchSubject } from '../saved-searches/saved-search.enums.js';
import { FoundThings } from '../search/found-things.js';
import type { Searchable } from '../search/search.type.js';
import type { NamedListing } from './alert-notices.js';
import { titleOf } from './alert-writer.js';
import type { ListingAlert } from './listing-alert.entity.js';
import { OutOfSight } from './out-of-sight.js';
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
