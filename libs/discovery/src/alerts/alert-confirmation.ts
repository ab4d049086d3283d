import { WatchedMatches } from '@app/matching';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchSubject } from '../saved-searches/saved-search.enums.js';
import { meets } from '../saved-searches/search-conditions.js';
import type { ChangedListing } from './changed-listings.js';

/** A search and a listing that share a key. */
export interface PossibleAlert {
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
