import { WatchedWordsReader, type WatchedWords } from '@app/matching';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import type { ChangedListing } from './changed-listings.js';
import { conceptKey, textKeys } from './listing-keys.js';

/** By which keys the listings are known that a stored need, capability or supplier waits for. */
@Injectable()
export class WatchedKeys {
  constructor(
    private readonly words: WatchedWordsReader,
    private readonly searches: SavedSearchesRepository,
  ) {}

  /** The keys of a search for a stored thing. */
  async of({
    needId,
    organizationId,
    capabilityId,
  }: Pick<SavedSearch, 'needId' | 'organizationId' | 'capabilityId'>): Promise<string[]> {
    if (needId) return keysOf(await this.words.ofNeed(needId));
    return organizationId ? keysOf(await this.words.ofSupplier({ organizationId, capabilityId })) : [];
  }

  /** The things themselves have changed: from now on other listings may fit them. */
  async renew(changed: readonly Pick<ChangedListing, 'type' | 'id'>[]): Promise<void> {
    const idsOf = (type: string) => changed.filter((one) => one.type === type).map(({ id }) => id);
    const things = { needIds: idsOf('ProcurementNeed'), capabilityIds: idsOf('Capability') };
    if (things.needIds.length + things.capabilityIds.length === 0) return;
    for (const search of await this.searches.watching(things))
      await this.searches.setKeys(search.id, await this.of(search));
  }
}

function keysOf({ texts, conceptIds }: WatchedWords): string[] {
  return [...new Set([...texts.flatMap(textKeys), ...conceptIds.map(conceptKey)])];
}
