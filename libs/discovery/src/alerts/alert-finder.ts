import type { Viewer } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import { WatchedMatches } from '@app/matching';
import type { IndexName, SearchDocument } from '@app/search';
import { Injectable } from '@nestjs/common';
import { type SavedSearch, SavedSearchSubject } from '../saved-searches/saved-search.entity.js';
import { type AwaitedListing, SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import { meets } from '../saved-searches/search-conditions.js';
import { FoundThingsReader } from '../search/found-things.reader.js';
import type { Searchable } from '../search/search.graphql.js';
import { ReadersRepository } from './readers.repository.js';

/** A listing that search knows in its present state. */
export interface ChangedListing extends AwaitedListing {
  readonly index: IndexName;
  /** As search shows it; null for a need that is not public. */
  readonly document: SearchDocument | null;
}

/** A search and a listing that share a key. */
interface PossibleAlert {
  readonly search: SavedSearch;
  readonly listing: ChangedListing;
}

/** A listing by where it is listed. */
interface Listed {
  readonly index: IndexName;
  readonly id: string;
}

/** Whether a thing of an index is hidden from a reader. */
type IsOutOfSight = (viewer: Viewer, index: IndexName, thing: Searchable) => boolean;

/**
 * Reads what organizations hid from their members: single needs, and the capabilities and profiles of organizations on
 * either side of a block. A need under an alias is left out only when it was hidden: otherwise its absence would reveal
 * whose it is.
 */
@Injectable()
export class OutOfSightReader {
  constructor(private readonly matches: WatchedMatches) {}

  /** Two statements for any number of readers and listings. */
  async readOutOfSight(viewers: readonly Viewer[], listings: readonly Listed[]): Promise<IsOutOfSight> {
    const organizationIds = [
      ...new Set(viewers.flatMap(({ memberships }) => memberships.map((one) => one.organizationId))),
    ];
    const needIds = listings.flatMap(({ index, id }) => (index === 'needs' ? id : []));
    const { needs, organizations } = await this.matches.putOutOfSight(organizationIds, needIds);
    return (viewer, index, thing) =>
      viewer.memberships.some(({ organizationId }) => {
        if (index === 'needs') return needs.get(organizationId)?.has(thing.id) === true;
        if (index === 'events') return false;
        const owner = 'organizationId' in thing ? thing.organizationId : thing.id;
        return organizations.get(organizationId)?.has(owner) === true;
      });
  }
}

/** A listing that a person waits for and may see. */
export interface FoundAlert {
  readonly search: SavedSearch;
  readonly listing: ChangedListing;
  readonly thing: Searchable;
}

/** Pairs of search and listing that are compared at a time. */
const PER_ROUND = 500;

/**
 * Finds the saved searches that changed listings fit: candidates by keys, from an index of PostgreSQL, then exactly, and
 * only what each owner may see now.
 */
@Injectable()
export class AlertFinder {
  constructor(
    private readonly searches: SavedSearchesRepository,
    private readonly matches: WatchedMatches,
    private readonly readers: ReadersRepository,
    private readonly things: FoundThingsReader,
    private readonly outOfSight: OutOfSightReader,
  ) {}

  /** The alerts of some changed listings. */
  async findAlerts(listings: readonly ChangedListing[]): Promise<FoundAlert[]> {
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
      const page: SavedSearch[] = await this.searches.findAwaiting(listing, after);
      yield* page;
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
    }
  }

  private async confirm(possible: readonly PossibleAlert[]): Promise<FoundAlert[]> {
    if (possible.length === 0) return [];
    const viewers = await this.readers.findViewers([...new Set(possible.map(({ search }) => search.userId))]);
    const entitled = possible.filter(({ search }) => isEntitled(viewers.get(search.userId), search));
    const fitting = await this.findFitting(entitled);
    if (fitting.length === 0) return [];
    const readers = [...new Set(fitting.flatMap(({ search }) => viewers.get(search.userId) ?? []))];
    const isOutOfSight = await this.outOfSight.readOutOfSight(
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

  /** The pairs that fit exactly: conditions one by one, stored things by the computation of matching. */
  private async findFitting(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
    const ofKind = (...kinds: SavedSearchSubject[]) =>
      possible.filter(({ search }) => kinds.includes(search.subject));
    const asked = ofKind(SavedSearchSubject.QUERY).filter(
      ({ search: { conditions }, listing: { document } }) =>
        conditions !== null && document !== null && meets(conditions, document),
    );
    return [
      ...asked,
      ...(await this.fittingBuyers(ofKind(SavedSearchSubject.NEED))),
      ...(await this.fittingSuppliers(
        ofKind(SavedSearchSubject.CAPABILITY, SavedSearchSubject.ORGANIZATION),
      )),
    ];
  }

  private async fittingBuyers(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
    const needIds = [...new Set(possible.flatMap(({ search }) => search.needId ?? []))];
    const capabilityIds = [...new Set(possible.map(({ listing }) => listing.id))];
    const fitting = await this.matches.findFittingCapabilities(needIds, capabilityIds);
    return possible.filter(({ search, listing }) => fitting.get(search.needId ?? '')?.includes(listing.id));
  }

  private async fittingSuppliers(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
    const bySupplier = new Map<string, PossibleAlert[]>();
    for (const one of possible) {
      const key = `${one.search.organizationId} ${one.search.capabilityId}`;
      bySupplier.set(key, [...(bySupplier.get(key) ?? []), one]);
    }
    const fitting: PossibleAlert[] = [];
    for (const group of bySupplier.values()) {
      const [{ organizationId, capabilityId }] = group.map(({ search }) => search) as [SavedSearch];
      if (organizationId === null) continue;
      const needIds = [...new Set(group.map(({ listing }) => listing.id))];
      const found = await this.matches.findFittingNeeds({ organizationId, capabilityId }, needIds);
      fitting.push(...group.filter(({ listing }) => found.includes(listing.id)));
    }
    return fitting;
  }

  /** The listing as its reader may see it; null for the reader's own. */
  private async seen(
    viewer: Viewer | undefined,
    { index, id, document }: ChangedListing,
    loaders: LoaderScope,
  ): Promise<Searchable | null> {
    if (!viewer) return null;
    const thing = document
      ? (await this.things.loadThings(index, [id], { viewer, loaders })).get(id)
      : (await this.things.loadAddressedNeeds(viewer, [id], loaders)).get(id);
    return thing && !viewer.memberOf(ownerOf(thing)) ? thing : null;
  }
}

/** A member who left the organization no longer gets its alerts. */
function isEntitled(viewer: Viewer | undefined, { organizationId }: SavedSearch): boolean {
  return viewer !== undefined && (organizationId === null || viewer.memberOf(organizationId));
}

function ownerOf(thing: Searchable): string {
  return 'organizationId' in thing ? thing.organizationId : thing.id;
}
