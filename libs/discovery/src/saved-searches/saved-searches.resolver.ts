import { CapabilitiesReader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { Access, CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope, PageArgs } from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Searchable, SearchableType } from '../search/search.graphql.js';
import { readZone, SavedSearchesService } from './saved-searches.service.js';
import { PresentMatchesReader } from './present-matches.reader.js';
import { SavedSearch } from './saved-search.entity.js';
import {
  DeleteSavedSearchInput,
  DeleteSavedSearchResult,
  SavedSearchConnectionType,
  SavedSearchMatchesArgs,
  SavedSearchType,
  SaveSearchInput,
  SaveSearchResult,
  UpdateSavedSearchInput,
  UpdateSavedSearchResult,
} from './saved-search.graphql.js';

/** What a person waits for. */
@Resolver(() => SavedSearchType)
export class SavedSearchesResolver implements OnModuleInit {
  constructor(
    private readonly searches: SavedSearchesService,
    private readonly nodes: NodeRegistry,
  ) {}

  /** Makes saved searches known to `node(id)`. */
  onModuleInit(): void {
    this.nodes.register('SavedSearch', (id, { viewer }) => this.searches.findSearch(viewer, id));
  }

  @Query(() => SavedSearchConnectionType, {
    description: 'The saved searches of the caller, newest first. For signed-in users.',
  })
  @Access('the person only', 'SIGNED_IN')
  async mySavedSearches(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
  ): Promise<Connection<SavedSearchType>> {
    return this.searches.listOwnSearches(viewer, page);
  }

  @Mutation(() => SaveSearchResult, {
    description:
      'Saves a question, or a need, capability or organization of the caller, and notifies the caller of new listings that fit. What fits already counts as known. For signed-in users.',
  })
  @Access('any signed-in user; members of the organization whose thing it is', 'SIGNED_IN')
  saveSearch(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What to wait for.' }) input: SaveSearchInput,
  ): Promise<SaveSearchResult> {
    return this.searches.saveSearch(viewer, input);
  }

  @Mutation(() => UpdateSavedSearchResult, {
    description:
      'Renames, pauses or resumes a saved search, or changes how often its owner is notified. Its owner.',
  })
  @Access('its owner', 'SIGNED_IN')
  async updateSavedSearch(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What changes.' }) input: UpdateSavedSearchInput,
  ): Promise<UpdateSavedSearchResult> {
    return this.searches.updateSearch(viewer, keyOf(input.savedSearchId, 'SavedSearch'), {
      name: input.name?.trim() ?? undefined,
      frequency: input.frequency ?? undefined,
      paused: input.paused ?? undefined,
      zone: input.zone ? readZone(input.zone) : undefined,
    });
  }

  @Mutation(() => DeleteSavedSearchResult, { description: 'Deletes a saved search. Its owner.' })
  @Access('its owner', 'SIGNED_IN')
  async deleteSavedSearch(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which one.' }) { savedSearchId }: DeleteSavedSearchInput,
  ): Promise<DeleteSavedSearchResult> {
    return this.searches.deleteSearch(viewer, keyOf(savedSearchId, 'SavedSearch'));
  }
}

/** The fields of a saved search that are not columns. */
@Resolver(() => SavedSearchType)
export class SavedSearchFieldsResolver {
  constructor(
    private readonly present: PresentMatchesReader,
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() { id }: SavedSearch): string {
    return encodeGlobalId('SavedSearch', id);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The filter of a question, as JSON of `SearchFilterInput`.',
  })
  filter(@Parent() { filterInput }: SavedSearch): string | null {
    return filterInput && JSON.stringify(filterInput);
  }

  @ResolveField(() => ProcurementNeedType, { nullable: true, description: 'The need that it waits with.' })
  async procurementNeed(
    @Parent() { needId }: SavedSearch,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProcurementNeedType | null> {
    return needId ? this.needs.findVisibleNeed(viewer, needId) : null;
  }

  @ResolveField(() => CapabilityType, { nullable: true, description: 'The capability that it waits with.' })
  async capability(
    @Parent() { capabilityId }: SavedSearch,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<CapabilityType | null> {
    const capability = capabilityId ? await this.capabilities.loadCapability(loaders, capabilityId) : null;
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The organization whose need or offer it waits with; null for a question.',
  })
  async organization(
    @Parent() { organizationId }: SavedSearch,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return organizationId ? this.organizations.loadOrganization(loaders, organizationId) : null;
  }

  @ResolveField(() => [SearchableType], {
    description: 'What it would have told of, had all listings come just now; best first.',
  })
  matches(
    @Parent() search: SavedSearch,
    @Args() { first }: SavedSearchMatchesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Searchable[]> {
    return this.present.findListings(viewer, search, first);
  }
}
