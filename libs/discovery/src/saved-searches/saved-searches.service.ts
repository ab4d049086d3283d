import type { Viewer } from '@app/identity';
import { type Connection, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from './saved-search.entity.js';
import { maySeeSavedSearch } from './saved-search.policy.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

/** Reading saved searches: everybody their own. */
@Injectable()
export class SavedSearches {
  constructor(private readonly searches: SavedSearchesRepository) {}

  /** A saved search if it is the viewer's. */
  async find(viewer: Viewer, id: string): Promise<SavedSearch | null> {
    const search = viewer.signedIn ? await this.searches.find(id) : null;
    return search && maySeeSavedSearch(viewer, search) ? search : null;
  }

  /** A page of the viewer's own, newest first. */
  mine(viewer: Viewer, page: { first: number; after?: string | null }): Promise<Connection<SavedSearch>> {
    if (!viewer.userId) throw new UnauthenticatedError();
    return this.searches.page(viewer.userId, page);
  }
}
