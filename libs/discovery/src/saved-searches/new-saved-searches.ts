import { newToken } from '@app/identity';
import { Clock, newId, NotFoundError } from '@app/kernel';
import { DocumentSources, type IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import { alertOf } from '../alerts/alert-writer.js';
import { ListingAlertsRepository } from '../alerts/listing-alerts.repository.js';
import { SavedSearch, type SavedSearchTerms, type WatchedSubject } from './saved-search.entity.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

/** More nobody reads. */
export const MOST_SEARCHES = 50;

/** Writes saved searches down, with what their owners know already, in the running transaction. */
@Injectable()
export class NewSavedSearches {
  constructor(
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly sources: DocumentSources,
    private readonly clock: Clock,
  ) {}

  /** Adds a search; gives its key, or null when its owner keeps enough. */
  async add(
    userId: string,
    subject: WatchedSubject,
    terms: Required<Pick<SavedSearchTerms, 'name' | 'frequency' | 'zone'>>,
    known: readonly string[],
  ): Promise<string | null> {
    if ((await this.searches.countFor(userId)) >= MOST_SEARCHES) return null;
    const now = this.clock.now();
    const search = SavedSearch.save(
      { id: newId(), userId, unsubscribeToken: newToken() },
      subject,
      terms,
      now,
    );
    await this.searches.insert(search);
    const [type = ''] = this.sources.of(subject.listingIndex as IndexName).aggregateTypes;
    await this.alerts.add(known.map((id) => alertOf(search, { type, id }, now, now)));
    return search.id;
  }

  async existing(id: string): Promise<SavedSearch> {
    const search = await this.searches.find(id);
    if (!search) throw new NotFoundError();
    return search;
  }
}
