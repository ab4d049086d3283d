import { CapabilitiesReader } from '@app/capabilities';
import type { Viewer } from '@app/identity';
import { BadInputError, ForbiddenError, keyOf, LoaderScope, NotFoundError } from '@app/kernel';
import { type WatchedWords, WatchedWordsReader } from '@app/matching';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { SearchFilterReader } from '../search/search-filter.reader.js';
import { conceptKey, textKeys } from './listing-keys.js';
import { type SavedSearch, SavedSearchSubject, type WatchedSubject } from './saved-search.entity.js';
import type { SavedQueryInput, SaveSearchInput } from './saved-search.graphql.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';
import { keysOfConditions, SearchConditionsReader } from './search-conditions.js';

/** The keys of the listings that a stored need, capability or supplier waits for. */
@Injectable()
export class WatchedKeysService {
  constructor(
    private readonly words: WatchedWordsReader,
    private readonly searches: SavedSearchesRepository,
  ) {}

  /** The keys of a search for a stored thing. */
  async readKeys({
    needId,
    organizationId,
    capabilityId,
  }: Pick<SavedSearch, 'needId' | 'organizationId' | 'capabilityId'>): Promise<string[]> {
    if (needId) return keysOf(await this.words.readWordsOfNeed(needId));
    return organizationId
      ? keysOf(await this.words.readWordsOfSupplier({ organizationId, capabilityId }))
      : [];
  }

  /** Replaces the keys of searches whose need or capability changed: other listings may fit now. */
  async renewKeys(changed: readonly { readonly type: string; readonly id: string }[]): Promise<void> {
    const idsOf = (type: string) => changed.filter((one) => one.type === type).map(({ id }) => id);
    const things = { needIds: idsOf('ProcurementNeed'), capabilityIds: idsOf('Capability') };
    if (things.needIds.length + things.capabilityIds.length === 0) return;
    for (const search of await this.searches.findWatching(things))
      await this.searches.setKeys(search.id, await this.readKeys(search));
  }
}

function keysOf({ texts, conceptIds }: WatchedWords): string[] {
  return [...new Set([...texts.flatMap(textKeys), ...conceptIds.map(conceptKey)])];
}

const NOTHING = {
  text: null,
  filterInput: null,
  conditions: null,
  needId: null,
  capabilityId: null,
  organizationId: null,
};

/** Reads what a person wants to wait for, and checks that the person may. */
@Injectable()
export class SavedSearchSubjectsReader {
  constructor(
    private readonly filters: SearchFilterReader,
    private readonly conditions: SearchConditionsReader,
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly keys: WatchedKeysService,
  ) {}

  /** The subject of an input that names exactly one; throws BAD_INPUT, NOT_FOUND and FORBIDDEN. */
  async readSubject(viewer: Viewer, input: SaveSearchInput): Promise<WatchedSubject> {
    const { query, needId, capabilityId, organizationId } = input;
    const named = [query, needId, capabilityId, organizationId].filter(
      (one) => one !== null && one !== undefined,
    );
    if (named.length !== 1) throw new BadInputError('SAVED_SEARCH_SUBJECT', {}, ['input']);
    if (query) return this.question(query);
    if (needId) return this.need(viewer, keyOf(needId, 'ProcurementNeed'));
    if (capabilityId) return this.capability(viewer, keyOf(capabilityId, 'Capability'));
    return this.organization(viewer, keyOf(organizationId ?? '', 'Organization'));
  }

  private question({ index, text, filter }: SavedQueryInput): WatchedSubject {
    const words = text?.trim() ?? '';
    const read = filter ? this.filters.readFilters(index, filter) : [];
    if (!words && read.length === 0) throw new BadInputError('SAVED_SEARCH_EMPTY', {}, ['input.query']);
    const conditions = this.conditions.readConditions(words, read);
    if (words && conditions.words.length === 0)
      throw new BadInputError('SAVED_SEARCH_SAYS_NOTHING', {}, ['input.query.text']);
    return {
      ...NOTHING,
      subject: SavedSearchSubject.QUERY,
      listingIndex: index,
      text: words || null,
      filterInput: filter ? (JSON.parse(JSON.stringify(filter)) as Record<string, unknown>) : null,
      conditions,
      keys: keysOfConditions(conditions),
    };
  }

  private async need(viewer: Viewer, needId: string): Promise<WatchedSubject> {
    const need = await this.needs.findVisibleNeed(viewer, needId);
    if (!need) throw new NotFoundError();
    allowWatchingFor(viewer, need.organizationId);
    const of = { needId, capabilityId: null, organizationId: need.organizationId };
    return {
      ...NOTHING,
      ...of,
      subject: SavedSearchSubject.NEED,
      listingIndex: 'capabilities',
      keys: await this.keys.readKeys(of),
    };
  }

  private async capability(viewer: Viewer, capabilityId: string): Promise<WatchedSubject> {
    const capability = await this.capabilities.loadCapability(new LoaderScope(), capabilityId);
    if (!capability?.published) throw new NotFoundError();
    allowWatchingFor(viewer, capability.organizationId);
    return this.supplier(SavedSearchSubject.CAPABILITY, capability.organizationId, capabilityId);
  }

  private organization(viewer: Viewer, organizationId: string): Promise<WatchedSubject> {
    allowWatchingFor(viewer, organizationId);
    return this.supplier(SavedSearchSubject.ORGANIZATION, organizationId, null);
  }

  private async supplier(
    subject: SavedSearchSubject,
    organizationId: string,
    capabilityId: string | null,
  ): Promise<WatchedSubject> {
    const of = { needId: null, capabilityId, organizationId };
    return { ...NOTHING, ...of, subject, listingIndex: 'needs', keys: await this.keys.readKeys(of) };
  }
}

/** Only members of an organization wait with what it needs or offers. */
function allowWatchingFor(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}
