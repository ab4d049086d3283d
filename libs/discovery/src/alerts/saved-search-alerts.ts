import { declareEventConsumer, type EventDelivery, type RelayHandler } from '@app/database';
import { Injectable } from '@nestjs/common';
import { AlertFinder } from './alert-finder.js';
import { AlertWriter } from './alert-writer.js';
import { ChangedListings } from './changed-listings.js';
import { WatchedKeys } from './watched-keys.js';

/** Name of the deliveries of alerts. */
export const SAVED_SEARCH_ALERTS = 'saved-search-alerts';

declareEventConsumer({ name: SAVED_SEARCH_ALERTS, types: ['ListingSearchable'] });

/** So many changes are held against saved searches at a time. */
const BATCH = 50;

/**
 * The search box asked the other way round: holds every listing that search knows now against what people wait for.
 * Deliveries that come again find that everybody was told.
 */
@Injectable()
export class SavedSearchAlerts implements RelayHandler {
  readonly consumer = SAVED_SEARCH_ALERTS;
  readonly batch = BATCH;

  constructor(
    private readonly listings: ChangedListings,
    private readonly keys: WatchedKeys,
    private readonly finder: AlertFinder,
    private readonly writer: AlertWriter,
  ) {}

  async handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]> {
    await this.keys.renew(deliveries.map(({ aggregateType: type, aggregateId: id }) => ({ type, id })));
    const changed = await this.listings.load(deliveries);
    await this.writer.write(await this.finder.find(changed));
    return [];
  }
}
