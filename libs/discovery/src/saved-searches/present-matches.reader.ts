import type { Viewer } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { describeNeed, MatchFinder, MatchFit, NeedsFinder, WatchedMatches } from '@app/matching';
import { ProcurementNeedsReader } from '@app/procurement';
import { DocumentSources, type IndexName, MAX_HITS_PER_PAGE } from '@app/search';
import { Injectable } from '@nestjs/common';
import { FoundThingsReader } from '../search/found-things.reader.js';
import { SearchClient } from '../search/search-client.js';
import type { Searchable } from '../search/search.graphql.js';
import type { SavedSearch, WatchedSubject } from './saved-search.entity.js';
import { meets } from './search-conditions.js';

/** What a saved search would have reported, had all listings appeared just now. */
@Injectable()
export class PresentMatchesReader {
  constructor(
    private readonly client: SearchClient,
    private readonly sources: DocumentSources,
    private readonly capabilities: MatchFinder,
    private readonly suppliers: NeedsFinder,
    private readonly watched: WatchedMatches,
    private readonly needs: ProcurementNeedsReader,
    private readonly things: FoundThingsReader,
    private readonly clock: Clock,
  ) {}

  /** The keys of the listings that fit now, best first. */
  async findKeys(search: WatchedSubject, first = MAX_HITS_PER_PAGE): Promise<string[]> {
    const { conditions, needId, organizationId } = search;
    if (conditions) return (await this.keysOfQuestion(search)).slice(0, first);
    const keys = needId
      ? await this.keysOfNeed(needId)
      : organizationId
        ? await this.keysOfSupplier(search)
        : [];
    return keys.slice(0, first);
  }

  /** Those listings, as far as the viewer may see them. */
  async findListings(viewer: Viewer, search: SavedSearch, first: number): Promise<Searchable[]> {
    const keys = await this.findKeys(search, first);
    const loaders = new LoaderScope();
    const shown =
      search.conditions || search.needId
        ? await this.things.loadThings(search.listingIndex as IndexName, keys, { viewer, loaders })
        : await this.things.loadAddressedNeeds(viewer, keys, loaders);
    return keys.flatMap((key) => shown.get(key) ?? []);
  }

  /** The answer of the search box, checked against the same conditions as new listings. */
  private async keysOfQuestion({ listingIndex, text, conditions }: WatchedSubject): Promise<string[]> {
    if (!conditions) return [];
    const index = listingIndex as IndexName;
    const { hits } = await this.client.answerRequest({
      index,
      ...(text ? { text } : {}),
      filter: conditions.filter,
      page: 1,
      hitsPerPage: MAX_HITS_PER_PAGE,
    });
    const documents = await this.sources.getSource(index).load(hits.map(({ id }) => id));
    const meeting = new Set(documents.filter((document) => meets(conditions, document)).map(({ id }) => id));
    return hits.flatMap(({ id }) => (meeting.has(id) ? id : []));
  }

  private async keysOfSupplier({ organizationId, capabilityId }: WatchedSubject): Promise<string[]> {
    if (organizationId === null) return [];
    const offered = await this.watched.findOffers({ organizationId, capabilityId });
    const supplier = { organizationId, offered, withResponses: false };
    const { matches } = await this.suppliers.findNeeds(supplier, MAX_HITS_PER_PAGE);
    return matches.flatMap(({ fit, need }) => (fit === MatchFit.FITS ? need.id : []));
  }

  private async keysOfNeed(needId: string): Promise<string[]> {
    const stored = await this.needs.findNeedWithLines(needId);
    if (!stored) return [];
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const description = describeNeed(stored.need, stored.lines, view);
    const { matches } = await this.capabilities.findMatches(description, MAX_HITS_PER_PAGE);
    const keys = matches.map(({ candidate }) => candidate.capabilityId);
    const fitting = (await this.watched.findFittingCapabilities([needId], keys)).get(needId) ?? [];
    return keys.filter((key) => fitting.includes(key));
  }
}
