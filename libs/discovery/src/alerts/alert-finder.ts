import type { Viewer } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import { FoundThings } from '../search/found-things.js';
import type { Searchable } from '../search/search.type.js';
import { AlertConfirmation, type PossibleAlert } from './alert-confirmation.js';
import type { ChangedListing } from './changed-listings.js';
import { OutOfSight } from './out-of-sight.js';
import { ReadersRepository } from './readers.repository.js';

/** A listing that a person waits for and may see. */
export interface FoundAlert {
  readonly search: SavedSearch;
  readonly listing: ChangedListing;
  readonly thing: Searchable;
}

/** So many pairs of search and listing are held against one another at a time. */
const PER_ROUND = 500;

/**
 * Finds who waits for changed listings: first by keys, in an index of PostgreSQL; those who remain exactly, under what
 * each of them may see now.
 */
@Injectable()
export class AlertFinder {
  constructor(
    private readonly searches: SavedSearchesRepository,
    private readonly confirmation: AlertConfirmation,
    private readonly readers: ReadersRepository,
    private readonly things: FoundThings,
    private readonly outOfSight: OutOfSight,
  ) {}

  async find(listings: readonly ChangedListing[]): Promise<FoundAlert[]> {
    const found: FoundAlert[] = [];
    let round: PossibleAlert[] = [];
    for (const listing of listings) {
      for await (const search of this.waitingFor(listing)) {
        round.push({ search, listing });
        if (round.length < PER_ROUND) continue;
        found.push(...(await this.confirm(round)));
        round = [];
      }
    }
    return [...found, ...(await this.confirm(round))];
  }

  private async *waitingFor(listing: ChangedListing): AsyncGenerator<SavedSearch> {
    let after: string | null = null;
    for (;;) {
      const page: SavedSearch[] = await this.searches.awaiting(listing, after);
      yield* page;
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
    }
  }

  private async confirm(possible: readonly PossibleAlert[]): Promise<FoundAlert[]> {
    if (possible.length === 0) return [];
    const viewers = await this.readers.of([...new Set(possible.map(({ search }) => search.userId))]);
    const entitled = possible.filter(({ search }) => isEntitled(viewers.get(search.userId), search));
    const fitting = await this.confirmation.fitting(entitled);
    if (fitting.length === 0) return [];
    const readers = [...new Set(fitting.flatMap(({ search }) => viewers.get(search.userId) ?? []))];
    const isOutOfSight = await this.outOfSight.among(
      readers,
      fitting.map(({ listing }) => listing),
    );
    const loaders = new LoaderScope();
    const found = await Promise.all(
      fitting.map(async ({ search, listing }) => {
        const viewer = viewers.get(search.userId);
        const thing = await this.seen(viewer, listing, loaders);
        return viewer && thing && !isOutOfSight(viewer, listing.index, thing)
          ? [{ search, listing, thing }]
          : [];
      }),
    );
    return found.flat();
  }

  /** The listing as its reader may see it; nobody is told of what is the reader's own. */
  private async seen(
    viewer: Viewer | undefined,
    { index, id, document }: ChangedListing,
    loaders: LoaderScope,
  ): Promise<Searchable | null> {
    if (!viewer) return null;
    const thing = document
      ? (await this.things.load(index, [id], { viewer, loaders })).get(id)
      : (await this.things.addressedNeeds(viewer, [id], loaders)).get(id);
    return thing && !viewer.memberOf(ownerOf(thing)) ? thing : null;
  }
}

/** Whoever has left the organization whose thing it is waits for nothing any more. */
function isEntitled(viewer: Viewer | undefined, { organizationId }: SavedSearch): boolean {
  return viewer !== undefined && (organizationId === null || viewer.memberOf(organizationId));
}

function ownerOf(thing: Searchable): string {
  return 'organizationId' in thing ? thing.organizationId : thing.id;
}
