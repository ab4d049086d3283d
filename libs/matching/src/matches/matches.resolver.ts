import { type Capability, CapabilityType } from '@app/capabilities';
import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { plainWords } from '@app/need-reading';
import { type Organization, OrganizationType } from '@app/organizations';
import { ProcurementNeed, ProcurementNeedType } from '@app/procurement';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  MatchArgs,
  MatchesForWordsArgs,
  MatchingNeedListType,
  MatchingNeedsArgs,
  MatchListType,
  MatchType,
  NeedMatchesArgs,
} from '../cards/match.graphql.js';
import { MatchingNeedsService } from './matching-needs.service.js';
import { PairMatchesReader } from './pair-matches.reader.js';
import { MatchesService } from './matches.service.js';
import { MatchViews } from './match-views.js';

/** The suppliers that fit a stored need. */
@Resolver(() => ProcurementNeedType)
export class NeedMatchesResolver {
  constructor(private readonly stored: MatchesService) {}

  @ResolveField(() => MatchListType, {
    nullable: true,
    description:
      'The suppliers that fit now, best first, without the buyer itself; null for others than the buyer’s members and staff.',
  })
  matches(
    @Parent() need: ProcurementNeed,
    @Args() { first }: NeedMatchesArgs,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchListType | null> {
    return this.stored.listMatchesOfNeed(viewer, need, first, { locale, loaders });
  }
}

/** One need and one capability, seen from either side. */
@Resolver()
export class PairMatchResolver {
  constructor(
    private readonly pairs: PairMatchesReader,
    private readonly views: MatchViews,
  ) {}

  @Query(() => MatchType, {
    nullable: true,
    description:
      'A need and a published capability compared: one card for both sides, less what the other keeps private. Members of the buyer and of a supplier that the need addresses, and staff; null for everybody else.',
  })
  @Access('members of the buyer and of an addressed supplier, staff', 'SIGNED_IN')
  async match(
    @Args() { needId, capabilityId }: MatchArgs,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchType | null> {
    const pair = {
      needId: keyOf(needId, 'ProcurementNeed'),
      capabilityId: keyOf(capabilityId, 'Capability'),
    };
    const match = await this.pairs.findPairMatch(viewer, pair);
    return match && this.views.presentMatch(match, { locale, loaders });
  }
}

/** The open needs that a capability can meet. */
@Resolver(() => CapabilityType)
export class CapabilityMatchingNeedsResolver {
  constructor(private readonly lists: MatchingNeedsService) {}

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
    return this.lists.listNeedsForCapability(viewer, capability, first, { locale, loaders });
  }
}

/** The open needs that an organization can meet with anything it offers. */
@Resolver(() => OrganizationType)
export class OrganizationMatchingNeedsResolver {
  constructor(private readonly lists: MatchingNeedsService) {}

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
    return this.lists.listNeedsForOrganization(viewer, organization.id, first, { locale, loaders });
  }
}

/** Matches for a need that is not stored. */
@Resolver()
export class MatchesResolver {
  constructor(private readonly lists: MatchesService) {}

  @Query(() => MatchListType, {
    description: 'Explained matches for a need in plain words, which is not stored. Everyone.',
  })
  @Access('everyone; only published capabilities are matched')
  matchesForWords(
    @Args() { text, first }: MatchesForWordsArgs,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchListType> {
    return this.lists.listMatches(plainWords(text), first, { locale, loaders });
  }
}
