import { CapabilitiesLoader } from '@app/capabilities';
import type { Viewer } from '@app/identity';
import { BadInputError, keyOf, LoaderScope, NotFoundError } from '@app/kernel';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { WatchedKeys } from '../alerts/watched-keys.js';
import { SearchFilterReader } from '../search/search-filter.reader.js';
import type { SavedQueryInput, SaveSearchInput } from './saved-search.graphql.js';
import type { WatchedSubject } from './saved-search.entity.js';
import { SavedSearchSubject } from './saved-search.enums.js';
import { allowWatchingFor } from './saved-search.policy.js';
import { keysOf, SearchConditionsReader } from './search-conditions.js';

const NOTHING = {
  text: null,
  filterInput: null,
  conditions: null,
  needId: null,
  capabilityId: null,
  organizationId: null,
};

/** Reads what somebody wants to wait for, as far as the person may. */
@Injectable()
export class SavedSearchSubjects {
  constructor(
    private readonly filters: SearchFilterReader,
    private readonly conditions: SearchConditionsReader,
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesLoader,
    private readonly keys: WatchedKeys,
  ) {}

  /** The subject of an input that names exactly one; throws BAD_INPUT, NOT_FOUND and FORBIDDEN. */
  async read(viewer: Viewer, input: SaveSearchInput): Promise<WatchedSubject> {
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
    const read = filter ? this.filters.read(index, filter) : [];
    if (!words && read.length === 0) throw new BadInputError('SAVED_SEARCH_EMPTY', {}, ['input.query']);
    const conditions = this.conditions.read(words, read);
    if (words && conditions.words.length === 0)
      throw new BadInputError('SAVED_SEARCH_SAYS_NOTHING', {}, ['input.query.text']);
    return {
      ...NOTHING,
      subject: SavedSearchSubject.QUERY,
      listingIndex: index,
      text: words || null,
      filterInput: filter ? (JSON.parse(JSON.stringify(filter)) as Record<string, unknown>) : null,
      conditions,
      keys: keysOf(conditions),
    };
  }

  private async need(viewer: Viewer, needId: string): Promise<WatchedSubject> {
    const need = await this.needs.find(viewer, needId);
    if (!need) throw new NotFoundError();
    allowWatchingFor(viewer, need.organizationId);
    const of = { needId, capabilityId: null, organizationId: need.organizationId };
    return {
      ...NOTHING,
      ...of,
      subject: SavedSearchSubject.NEED,
      listingIndex: 'capabilities',
      keys: await this.keys.of(of),
    };
  }

  private async capability(viewer: Viewer, capabilityId: string): Promise<WatchedSubject> {
    const capability = await this.capabilities.load(new LoaderScope(), capabilityId);
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
    return { ...NOTHING, ...of, subject, listingIndex: 'needs', keys: await this.keys.of(of) };
  }
}
