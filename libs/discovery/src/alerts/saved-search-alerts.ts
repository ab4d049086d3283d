import { declareEventConsumer, type EventDelivery, type RelayHandler } from '@app/database';
import { ProcurementNeedsReader } from '@app/procurement';
import { DocumentSources } from '@app/search';
import { Injectable } from '@nestjs/common';
import { ANY_LISTING, conceptKey, documentKeys, ListingText } from '../saved-searches/listing-keys.js';
import { AlertFinder, type ChangedListing } from './alert-finder.js';
import { AlertWriter } from './alert-writer.js';
import { WatchedKeysService } from '../saved-searches/saved-search-subjects.reader.js';

/** Name of the deliveries of alerts. */
export const SAVED_SEARCH_ALERTS = 'saved-search-alerts';

declareEventConsumer({ name: SAVED_SEARCH_ALERTS, types: ['ListingSearchable'] });

/** Deliveries per batch. */
const BATCH = 50;

/**
 * Runs saved searches against each listing that changed: the search box the other way round. A delivery that comes twice
 * changes nothing, because owners hear of a listing once.
 */
@Injectable()
export class SavedSearchAlerts implements RelayHandler {
  readonly consumer = SAVED_SEARCH_ALERTS;
  readonly batch = BATCH;

  constructor(
    private readonly sources: DocumentSources,
    private readonly needs: ProcurementNeedsReader,
    private readonly keys: WatchedKeysService,
    private readonly finder: AlertFinder,
    private readonly writer: AlertWriter,
  ) {}

  async handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]> {
    await this.keys.renewKeys(deliveries.map(({ aggregateType: type, aggregateId: id }) => ({ type, id })));
    const changed = await this.loadListings(deliveries);
    await this.writer.writeAlerts(await this.finder.findAlerts(changed));
    return [];
  }

  /** The changed listings as they are now, from PostgreSQL; what can no longer be found is left out. */
  private async loadListings(deliveries: readonly EventDelivery[]): Promise<ChangedListing[]> {
    const listings: ChangedListing[] = [];
    for (const source of this.sources.listSources()) {
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
      listings.push(...shown, ...(index === 'needs' ? await this.loadRestrictedNeeds(others) : []));
    }
    return listings;
  }

  /** Needs for verified or invited suppliers: no search shows them, but the suppliers they address wait for them as well. */
  private async loadRestrictedNeeds(ids: readonly string[]): Promise<ChangedListing[]> {
    const stored = await this.needs.findNeedsWithLines(ids);
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
