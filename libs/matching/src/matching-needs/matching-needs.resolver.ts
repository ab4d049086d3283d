import { type Capability, CapabilityType } from '@app/capabilities';
import { CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope, Locale } from '@app/kernel';
import { type Organization, OrganizationType } from '@app/organizations';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchingNeedListType } from './matching-need-list.type.js';
import { MatchingNeedLists } from './matching-need-lists.js';
import { MatchingNeedsArgs } from './matching-needs.args.js';

/** The open needs that a capability can meet. */
@Resolver(() => CapabilityType)
export class CapabilityMatchingNeedsResolver {
  constructor(private readonly lists: MatchingNeedLists) {}

  @ResolveField(() => MatchingNeedListType, {
    nullable: true,
    description:
      'The open needs that it can meet now, best first, of those that address its supplier; null for others than the supplier’s members and staff.',
  })
  matchingNeeds(
    @Parent() capability: Capability,
    @Args() { first }: MatchingNeedsArgs,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchingNeedListType | null> {
    return this.lists.forCapability(viewer, capability, first, { locale, loaders });
  }
}

/** The open needs that an organization can meet with anything it offers. */
@Resolver(() => OrganizationType)
export class OrganizationMatchingNeedsResolver {
  constructor(private readonly lists: MatchingNeedLists) {}

  @ResolveField(() => MatchingNeedListType, {
    nullable: true,
    description:
      'The open needs that its published capabilities can meet now, best first; null for others than its members and staff.',
  })
  matchingNeeds(
    @Parent() organization: Organization,
    @Args() { first }: MatchingNeedsArgs,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchingNeedListType | null> {
    return this.lists.forOrganization(viewer, organization.id, first, { locale, loaders });
  }
}
