import { Transactions } from '@app/database';
import { isToken, newToken, UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, newId, NotFoundError, Rollback } from '@app/kernel';
import { DocumentSources, type IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';
import { IANAZone } from 'luxon';
import { ListingAlert } from './listing-alert.entity.js';
import { PresentMatchesReader } from './present-matches.reader.js';
import { SavedSearchSubjectsReader } from './saved-search-subjects.reader.js';
import { SavedSearch, type SavedSearchTerms, type WatchedSubject } from './saved-search.entity.js';
import {
  DeleteSavedSearchPayload,
  SavedSearchLimitError,
  type SaveSearchInput,
  SaveSearchPayload,
  type SaveSearchResult,
  UpdateSavedSearchPayload,
} from './saved-search.graphql.js';
import { ListingAlertsRepository, SavedSearchesRepository } from './saved-searches.repository.js';

/** Saved searches per person. */
const MAX_SEARCHES = 50;

/** A time zone that the clock knows; throws SAVED_SEARCH_ZONE. */
export function readZone(zone: string): string {
  if (!IANAZone.isValidZone(zone))
    throw new BadInputError('SAVED_SEARCH_ZONE', { zone: zone.slice(0, 60) }, ['input.zone']);
  return zone;
}

/** Saved searches belong to one person: nobody else sees them, staff included. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly subjects: SavedSearchSubjectsReader,
    private readonly present: PresentMatchesReader,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly sources: DocumentSources,
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A saved search, if it is the viewer's. */
  async findSearch(viewer: Viewer, id: string): Promise<SavedSearch | null> {
    const search = viewer.signedIn ? await this.searches.findSearch(id) : null;
    return search && isOwner(viewer, search) ? search : null;
  }

  /** A page of the viewer's own searches, newest first. */
  listOwnSearches(
    viewer: Viewer,
    page: { first: number; after?: string | null },
  ): Promise<Connection<SavedSearch>> {
    return this.searches.findPage(viewer.requireUserId(), page);
  }

  /** Saves a search. What fits already counts as known: its owner hears only of what comes or changes later. */
  async saveSearch(viewer: Viewer, input: SaveSearchInput): Promise<SaveSearchResult> {
    viewer.requireUserId();
    const terms = { name: input.name.trim(), frequency: input.frequency, zone: readZone(input.zone) };
    const subject = await this.subjects.readSubject(viewer, input);
    const known = await this.present.findKeys(subject);
    return this.runner.runCreation<SaveSearchResult>(viewer, {
      operation: 'saveSearch',
      clientMutationId: input.clientMutationId,
      create: (userId) => this.insert(userId, subject, terms, known),
      present: async (id) => {
        const search = await this.searches.findSearch(id);
        if (!search) throw new NotFoundError();
        return new SaveSearchPayload(search);
      },
    });
  }

  /** Renames, pauses or resumes a search, or changes how often its owner is notified. */
  updateSearch(viewer: Viewer, id: string, terms: SavedSearchTerms): Promise<UpdateSavedSearchPayload> {
    return this.transactions.run(async () => {
      const search = await this.lockOwn(viewer, id);
      search.change(terms, this.clock.now());
      await this.searches.saveSearch(search);
      return new UpdateSavedSearchPayload(search);
    });
  }

  /** Deletes a search. The listings that it found stay known: no other search reports them again. */
  deleteSearch(viewer: Viewer, id: string): Promise<DeleteSavedSearchPayload> {
    return this.transactions.run(async () => {
      await this.lockOwn(viewer, id);
      await this.searches.deleteSearch(id);
      return new DeleteSavedSearchPayload(id);
    });
  }

  /** The search that the link in a message would end; null when the link leads nowhere. */
  async findByToken(token: string): Promise<SavedSearch | null> {
    return isToken(token) ? this.searches.findByToken(token) : null;
  }

  /** Ends the alerts of a search by the link in a message, without signing in; returns the search. */
  unsubscribe(token: string): Promise<SavedSearch | null> {
    return this.transactions.run(async () => {
      const search = isToken(token) ? await this.searches.lockSearch({ unsubscribeToken: token }) : null;
      if (!search) return null;
      search.unsubscribe(this.clock.now());
      await this.searches.saveSearch(search);
      return search;
    });
  }

  /** Inserts a search with the listings that its owner knows already; returns its key. */
  private async insert(
    userId: string,
    subject: WatchedSubject,
    terms: Required<Pick<SavedSearchTerms, 'name' | 'frequency' | 'zone'>>,
    known: readonly string[],
  ): Promise<string> {
    if ((await this.searches.countSearches(userId)) >= MAX_SEARCHES)
      throw new Rollback<SaveSearchResult>(new SavedSearchLimitError(MAX_SEARCHES));
    const now = this.clock.now();
    const search = SavedSearch.save(
      { id: newId(), userId, unsubscribeToken: newToken() },
      subject,
      terms,
      now,
    );
    await this.searches.insertSearch(search);
    const [type = ''] = this.sources.getSource(subject.listingIndex as IndexName).aggregateTypes;
    await this.alerts.insertAlerts(known.map((id) => ListingAlert.record(search, { type, id }, now, now)));
    return search.id;
  }

  private async lockOwn(viewer: Viewer, id: string): Promise<SavedSearch> {
    const search = await this.searches.lockSearch({ id });
    if (!search || !isOwner(viewer, search)) throw new NotFoundError();
    return search;
  }
}

function isOwner(viewer: Viewer, search: { userId: string }): boolean {
  return viewer.userId !== null && viewer.userId === search.userId;
}
