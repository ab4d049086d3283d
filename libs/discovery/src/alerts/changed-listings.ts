import type { EventDelivery } from '@app/database';
import { ProcurementNeedsReader } from '@app/procurement';
import { DocumentSources, type IndexName, type SearchDocument } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { AwaitedListing } from '../saved-searches/saved-searches.repository.js';
import { ANY_LISTING, conceptKey, documentKeys, ListingText } from './listing-keys.js';

/** A listing that search knows in its present state. */
export interface ChangedListing extends AwaitedListing {
  readonly index: IndexName;
  /** As search shows it; null for a need that is not for everybody. */
  readonly document: SearchDocument | null;
}

/** Loads changed listings as they are now, from PostgreSQL; what is not to be found any more is left out. */
@Injectable()
export class ChangedListings {
  constructor(
    private readonly sources: DocumentSources,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  async load(deliveries: readonly EventDelivery[]): Promise<ChangedListing[]> {
    const listings: ChangedListing[] = [];
    for (const source of this.sources.all()) {
      const [type = ''] = source.aggregateTypes;
      const mine = deliveries.filter(({ aggregateType }) => aggregateType === type);
      const ids = [...new Set(mine.map(({ aggregateId }) => aggregateId))];
      if (ids.length === 0) continue;
      const { index } = source;
      const documents = await source.load(ids);
      const shown = documents.map((document) => ({
        ...{ index, type, id: document.id, document },
        keys: documentKeys(document),
      }));
      const others = ids.filter((id) => !documents.some((document) => document.id === id));
      listings.push(...shown, ...(index === 'needs' ? await this.restricted(others) : []));
    }
    return listings;
  }

  /** Needs for verified or invited suppliers: no search shows them, and those whom they address wait for them as well. */
  private async restricted(ids: readonly string[]): Promise<ChangedListing[]> {
    const stored = await this.needs.manyWithLines(ids);
    return stored.flatMap(({ need, lines }) => {
      if (!need.published) return [];
      const words = lines.flatMap(({ name, material, process, surface }) => [
        name,
        material,
        process,
        surface,
      ]);
      const texts = [need.title, need.description, ...words].flatMap((text) => text ?? []);
      const concepts = need.concepts.flatMap(({ conceptId }) => (conceptId ? conceptKey(conceptId) : []));
      return {
        ...{ index: 'needs' as const, type: 'ProcurementNeed', id: need.id, document: null },
        keys: [ANY_LISTING, ...concepts, ...new ListingText(texts).keys()],
      };
    });
  }
}
