import { Transactions } from '@app/database';
import { isToken, type Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { SavedSearch, SavedSearchTerms } from './saved-search.entity.js';
import { allowChangingSavedSearch } from './saved-search.policy.js';
import { DeleteSavedSearchPayload, UpdateSavedSearchPayload } from './saved-search.graphql.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

/** What happens to a saved search after it was saved; done twice, the second time changes nothing. */
@Injectable()
export class ChangeSavedSearch {
  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly clock: Clock,
  ) {}

  /** Its owner renames it, pauses it or goes on, or wants to be told otherwise. */
  update(viewer: Viewer, id: string, terms: SavedSearchTerms): Promise<UpdateSavedSearchPayload> {
    return this.transactions.run(async () => {
      const search = await this.own(viewer, id);
      search.change(terms, this.clock.now());
      await this.searches.save(search);
      return new UpdateSavedSearchPayload(search);
    });
  }

  /** Its owner deletes it; of what it told, nothing is told again. */
  delete(viewer: Viewer, id: string): Promise<DeleteSavedSearchPayload> {
    return this.transactions.run(async () => {
      await this.own(viewer, id);
      await this.searches.delete(id);
      return new DeleteSavedSearchPayload(id);
    });
  }

  /** What the link in a message would end; null when the link leads nowhere. */
  async behind(token: string): Promise<SavedSearch | null> {
    return isToken(token) ? this.searches.byToken(token) : null;
  }

  /** The link in a message ends the alerts, without signing in; gives what was ended. */
  unsubscribe(token: string): Promise<SavedSearch | null> {
    return this.transactions.run(async () => {
      const search = isToken(token) ? await this.searches.lock({ unsubscribeToken: token }) : null;
      if (!search) return null;
      search.unsubscribe(this.clock.now());
      await this.searches.save(search);
      return search;
    });
  }

  private async own(viewer: Viewer, id: string): Promise<SavedSearch> {
    const search = await this.searches.lock({ id });
    if (!search) throw new NotFoundError();
    allowChangingSavedSearch(viewer, search);
    return search;
  }
}
