import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { IANAZone } from 'luxon';
import { type SaveSearchInput, SaveSearchPayload, type SaveSearchResult } from './saved-search.graphql.js';
import { MOST_SEARCHES, NewSavedSearches } from './new-saved-searches.js';
import { PresentMatches } from './present-matches.js';
import { SavedSearchLimitError } from './saved-search.texts.js';
import { SavedSearchSubjects } from './saved-search-subjects.js';

/** Undoes the transaction when there are enough. */
class Enough extends Error {}

/** A zone that the clock knows; throws SAVED_SEARCH_ZONE. */
export function readZone(zone: string): string {
  if (!IANAZone.isValidZone(zone))
    throw new BadInputError('SAVED_SEARCH_ZONE', { zone: zone.slice(0, 60) }, ['input.zone']);
  return zone;
}

/** A person begins to wait. What fits already counts as known: only what comes or changes later is told. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly subjects: SavedSearchSubjects,
    private readonly present: PresentMatches,
    private readonly store: NewSavedSearches,
    private readonly clientMutations: ClientMutations,
  ) {}

  async save(viewer: Viewer, input: SaveSearchInput): Promise<SaveSearchResult> {
    const { userId } = viewer;
    if (!userId) throw new UnauthenticatedError();
    const { name, frequency, clientMutationId } = input;
    const terms = { name: name.trim(), frequency, zone: readZone(input.zone) };
    const subject = await this.subjects.read(viewer, input);
    const known = await this.present.keys(subject);
    const key = { actorId: userId, operation: 'saveSearch', clientMutationId };
    try {
      const { id } = await this.clientMutations.once(key, async () => {
        const added = await this.store.add(userId, subject, terms, known);
        if (!added) throw new Enough();
        return added;
      });
      return new SaveSearchPayload(await this.store.existing(id));
    } catch (error) {
      if (error instanceof Enough) return new SavedSearchLimitError(MOST_SEARCHES);
      throw error;
    }
  }
}
