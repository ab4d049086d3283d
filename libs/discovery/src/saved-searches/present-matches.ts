import type { Viewer } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import { type IndexName, MAX_HITS_PER_PAGE } from '@app/search';
import { Injectable } from '@nestjs/common';
import { FoundThings } from '../search/found-things.js';
import type { Searchable } from '../search/search.type.js';
import { PresentAnswers } from './present-answers.js';
import { PresentFits } from './present-fits.js';
import type { SavedSearch, WatchedSubject } from './saved-search.entity.js';

/** What a saved search would have told of, had all listings come just now. */
@Injectable()
export class PresentMatches {
  constructor(
    private readonly questions: PresentAnswers,
    private readonly fits: PresentFits,
    private readonly things: FoundThings,
  ) {}

  /** The keys of the best listings that fit now. */
  async keys(search: WatchedSubject, first = MAX_HITS_PER_PAGE): Promise<string[]> {
    const keys = search.conditions ? await this.questions.keys(search) : await this.fits.keys(search);
    return keys.slice(0, first);
  }

  /** Those listings, as far as the viewer may see them. */
  async of(viewer: Viewer, search: SavedSearch, first: number): Promise<Searchable[]> {
    const keys = await this.keys(search, first);
    const loaders = new LoaderScope();
    const shown =
      search.conditions || search.needId
        ? await this.things.load(search.listingIndex as IndexName, keys, { viewer, loaders })
        : await this.things.addressedNeeds(viewer, keys, loaders);
    return keys.flatMap((key) => shown.get(key) ?? []);
  }
}
