import type { Viewer } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import { WatchedMatches } from '@app/matching';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchSubject } from '../saved-searches/saved-search.enums.js';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import { meets } from '../saved-searches/search-conditions.js';
import { FoundThings } from '../search/found-things.js';
import type { Searchable } from '../search/search.graphql.js';
import type { ChangedListing } from './changed-listings.js';
import { ReadersRepository } from './readers.repository.js';

/** A search and a listing that share a key. */
interface PossibleAlert {
  readonly search: SavedSearch;
  readonly listing: ChangedListing;
}

/** Holds listings against searches exactly: conditions one by one, stored things by the computation of matching. */
@Injectable()
export class AlertConfirmation {
  constructor(private readonly matches: WatchedMatches) {}

  /** Those pairs that fit. */
  async fitting(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
    const ofKind = (...kinds: SavedSearchSubject[]) =>
      possible.filter(({ search }) => kinds.includes(search.subject));
    const asked = ofKind(SavedSearchSubject.QUERY).filter(
      ({ search: { conditions }, listing: { document } }) =>
        conditions !== null && document !== null && meets(conditions, document),
    );
    return [
      ...asked,
      ...(await this.forBuyers(ofKind(SavedSearchSubject.NEED))),
      ...(await this.forSuppliers(ofKind(SavedSearchSubject.CAPABILITY, SavedSearchSubject.ORGANIZATION))),
    ];
  }

  private async forBuyers(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
    const needIds = [...new Set(possible.flatMap(({ search }) => search.needId ?? []))];
    const capabilityIds = [...new Set(possible.map(({ listing }) => listing.id))];
    const fitting = await this.matches.capabilitiesFor(needIds, capabilityIds);
    return possible.filter(({ search, listing }) => fitting.get(search.needId ?? '')?.includes(listing.id));
  }

  private async forSuppliers(possible: readonly PossibleAlert[]): Promise<PossibleAlert[]> {
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
      const found = await this.matches.needsFor({ organizationId, capabilityId }, needIds);
      fitting.push(...group.filter(({ listing }) => found.includes(listing.id)));
    }
    return fitting;
  }
}

/** A listing by where it is listed. */
interface Listed {
  readonly index: IndexName;
  readonly id: string;
}

/** Whether a reader is to be told nothing of a thing of an index. */
type IsOutOfSight = (viewer: Viewer, index: IndexName, thing: Searchable) => boolean;

/**
 * What readers put out of their sight, as members of their organizations: needs that one of these hid, and needs,
 * capabilities and profiles of whomever one of these blocks or is blocked by. A need under an alias is only out of sight
 * when it was hidden, or its silence would tell whose it is.
 */
@Injectable()
export class OutOfSight {
  constructor(private readonly matches: WatchedMatches) {}

  /** Two statements for any number of readers and listings. */
  async among(viewers: readonly Viewer[], listings: readonly Listed[]): Promise<IsOutOfSight> {
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
