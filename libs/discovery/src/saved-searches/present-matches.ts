import type { Viewer } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { describeNeed, MatchFinder, MatchFit, NeedsFinder, WatchedMatches } from '@app/matching';
import { ProcurementNeedsReader } from '@app/procurement';
import { DocumentSources, type IndexName, MAX_HITS_PER_PAGE } from '@app/search';
import { Injectable } from '@nestjs/common';
import { FoundThings } from '../search/found-things.js';
import { SearchDesk } from '../search/search-desk.js';
import type { Searchable } from '../search/search.graphql.js';
import type { SavedSearch, WatchedSubject } from './saved-search.entity.js';
import { meets } from './search-conditions.js';

/** What the search box answers now to a saved question, held against the same conditions as new listings. */
@Injectable()
export class PresentAnswers {
  constructor(
    private readonly desk: SearchDesk,
    private readonly sources: DocumentSources,
  ) {}

  async keys({ listingIndex, text, conditions }: WatchedSubject): Promise<string[]> {
    if (!conditions) return [];
    const index = listingIndex as IndexName;
    const { hits } = await this.desk.answer({
      index,
      ...(text ? { text } : {}),
      filter: conditions.filter,
      page: 1,
      hitsPerPage: MAX_HITS_PER_PAGE,
    });
    const documents = await this.sources.of(index).load(hits.map(({ id }) => id));
    const meeting = new Set(documents.filter((document) => meets(conditions, document)).map(({ id }) => id));
    return hits.flatMap(({ id }) => (meeting.has(id) ? id : []));
  }
}

/** What matching finds now for a stored need, capability or supplier. */
@Injectable()
export class PresentFits {
  constructor(
    private readonly capabilities: MatchFinder,
    private readonly found: NeedsFinder,
    private readonly watched: WatchedMatches,
    private readonly needs: ProcurementNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The keys of what fits, best first. */
  async keys({ needId, capabilityId, organizationId }: WatchedSubject): Promise<string[]> {
    if (needId) return this.forNeed(needId);
    if (organizationId === null) return [];
    const offered = await this.watched.offersOf({ organizationId, capabilityId });
    const supplier = { organizationId, offered, withResponses: false };
    const { matches } = await this.found.find(supplier, MAX_HITS_PER_PAGE);
    return matches.flatMap(({ fit, need }) => (fit === MatchFit.FITS ? need.id : []));
  }

  private async forNeed(needId: string): Promise<string[]> {
    const stored = await this.needs.withLines(needId);
    if (!stored) return [];
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const description = describeNeed(stored.need, stored.lines, view);
    const { matches } = await this.capabilities.find(description, MAX_HITS_PER_PAGE);
    const keys = matches.map(({ candidate }) => candidate.capabilityId);
    const fitting = (await this.watched.capabilitiesFor([needId], keys)).get(needId) ?? [];
    return keys.filter((key) => fitting.includes(key));
  }
}

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
