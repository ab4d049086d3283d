import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** What a person waits for and was told of; it goes with the person. */
@Injectable()
export class SavedSearchesHolder extends StoredDataHolder {
  readonly section = 'savedSearches';
  readonly columns = ['saved_search.user_id', 'listing_alert.user_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      searches: await this.transactions.query<object>(
        `select created_at as "createdAt", name, subject, listing_index as "listingIndex", text, filter_input as "filter",
                need_id as "needId", capability_id as "capabilityId", organization_id as "organizationId", frequency,
                paused, zone, last_alert_at as "lastAlertAt"
           from saved_search where user_id = $1 order by id`,
        [userId],
      ),
      toldOf: await this.transactions.query<object>(
        `select found_at as "foundAt", settled_at as "toldAt", listing_type as "type", listing_id as "id"
           from listing_alert where user_id = $1 order by id`,
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('delete from listing_alert where user_id = $1', [userId]);
    await this.transactions.query('delete from saved_search where user_id = $1', [userId]);
  }
}
