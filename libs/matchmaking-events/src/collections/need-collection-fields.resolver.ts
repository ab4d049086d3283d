import { CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, type LoaderScope, type Locale } from '@app/kernel';
import { MatchesService, MatchListType } from '@app/matching';
import { plainWords } from '@app/need-reading';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CollectedNeedsArgs } from './need-collection.inputs.js';
import { CollectedNeedsService } from './collected-needs.service.js';
import {
  CollectionDistrictsLoader,
  HandedInLoader,
  NeedCollectionsService,
} from './need-collections.service.js';
import {
  CollectedNeedConnectionType,
  CollectedNeedType,
  CollectionDistrictType,
  NeedCollectionType,
} from './need-collection.graphql.js';

/** The most suppliers that are suggested for a collected need. */
const SUGGESTED = 3;

/** What a collection shows beside its columns. */
@Resolver(() => NeedCollectionType)
export class NeedCollectionFieldsResolver {
  constructor(
    private readonly districtsOf: CollectionDistrictsLoader,
    private readonly service: NeedCollectionsService,
  ) {}

  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() collection: NeedCollectionType): string {
    return encodeGlobalId('NeedCollection', collection.id);
  }

  @ResolveField(() => [CollectionDistrictType], { description: 'Its districts, in the bureau’s order.' })
  districts(
    @Parent() collection: NeedCollectionType,
    @Loaders() loaders: LoaderScope,
  ): Promise<CollectionDistrictType[]> {
    return this.districtsOf.load(loaders, collection.id);
  }

  @ResolveField(() => CollectedNeedConnectionType, {
    description: 'What was brought in; delegates see what their districts brought in.',
  })
  needs(
    @Parent() collection: NeedCollectionType,
    @CurrentViewer() viewer: Viewer,
    @Args() args: CollectedNeedsArgs,
  ): Promise<Connection<CollectedNeedType>> {
    return this.service.findNeedPage(viewer, collection.id, args);
  }
}

/** What a district shows beside its columns. */
@Resolver(() => CollectionDistrictType)
export class CollectionDistrictFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly counted: HandedInLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() district: CollectionDistrictType): string {
    return encodeGlobalId('CollectionDistrict', district.id);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Whose members are its delegates.' })
  delegate(
    @Parent() { delegateOrganizationId }: CollectionDistrictType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.loadOrganization(loaders, delegateOrganizationId);
  }

  @ResolveField(() => Int, { description: 'How many needs it has handed in.' })
  async handedIn(
    @Parent() district: CollectionDistrictType,
    @Loaders() loaders: LoaderScope,
  ): Promise<number> {
    return (await this.counted.load(loaders, district.id))?.handedIn ?? 0;
  }
}

/** What a collected need shows beside its columns. */
@Resolver(() => CollectedNeedType)
export class CollectedNeedFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly collected: CollectedNeedsService,
    private readonly matches: MatchesService,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() need: CollectedNeedType): string {
    return encodeGlobalId('CollectedNeed', need.id);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The company, if it has a profile here.',
  })
  organization(
    @Parent() { organizationId }: CollectedNeedType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> | null {
    return organizationId ? this.organizations.loadOrganization(loaders, organizationId) : null;
  }

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The draft of a need that it became, if the caller may see it.',
  })
  need(
    @Parent() { needId }: CollectedNeedType,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProcurementNeedType | null> | null {
    return needId ? this.needs.findVisibleNeed(viewer, needId) : null;
  }

  @ResolveField(() => MatchListType, { description: 'Up to three suppliers that fit, with their cards.' })
  suggestions(
    @Parent() { title, description, organizationId }: CollectedNeedType,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchListType> {
    const words = plainWords([title, description].filter(Boolean).join('，'));
    const excludedOrganizationIds = organizationId ? [organizationId] : [];
    return this.matches.listMatches({ ...words, excludedOrganizationIds }, SUGGESTED, { locale, loaders });
  }

  @ResolveField(() => [OrganizationType], { description: 'Suppliers that were invited because of it.' })
  async invited(
    @Parent() need: CollectedNeedType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[]> {
    const ids = await this.collected.findInvited(need.id);
    const found = await Promise.all(ids.map((id) => this.organizations.loadOrganization(loaders, id)));
    return found.filter((organization) => organization !== null);
  }

  @ResolveField(() => String, { description: 'A page to be printed for the company’s seal, HTML.' })
  printHtml(@Parent() need: CollectedNeedType, @CurrentLocale() locale: Locale): Promise<string> {
    return this.collected.printForm(need.id, locale);
  }
}
