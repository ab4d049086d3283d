import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { MatchViews } from '../matches/match-views.js';
import { MatchType } from '../matches/match.type.js';
import { MatchArgs } from './match.args.js';
import { PairMatches } from './pair-matches.js';

/** One need and one capability, seen from either side. */
@Resolver()
export class PairMatchResolver {
  constructor(
    private readonly pairs: PairMatches,
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
    const match = await this.pairs.find(viewer, pair);
    return match && this.views.show(match, { locale, loaders });
  }
}
