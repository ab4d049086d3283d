import type { LoaderScope } from '@app/kernel';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchSubject } from '../saved-searches/saved-search.enums.js';
import { FoundThings } from '../search/found-things.js';
import type { NamedListing } from './alert-notices.js';
import { titleOf } from './alert-writer.js';
import type { ListingAlert } from './listing-alert.entity.js';
import { ReadersRepository } from './readers.repository.js';

/** Names listings found earlier; what is gone since, or is not for the reader any more, is left out. */
@Injectable()
export class ListingTitles {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly things: FoundThings,
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
    return alerts.flatMap(({ id: alertId, listingType: type, listingId: id }) => {
      const thing = shown.get(id);
      return thing ? [{ alertId, type, id, title: titleOf(thing) }] : [];
    });
  }
}
