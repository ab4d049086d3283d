import { CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope, Locale } from '@app/kernel';
import { ProcurementNeed, ProcurementNeedType } from '@app/procurement';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchListType } from '../matches/match.type.js';
import { NeedMatchesArgs } from './need-matches.args.js';
import { StoredNeedMatches } from './stored-need-matches.js';

/** The suppliers that fit a stored need. */
@Resolver(() => ProcurementNeedType)
export class NeedMatchesResolver {
  constructor(private readonly stored: StoredNeedMatches) {}

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
    return this.stored.list(viewer, need, first, { locale, loaders });
  }
}
