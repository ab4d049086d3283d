import { CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { Clock, type LoaderScope, type Locale } from '@app/kernel';
import { maySeeAmount, NeedLinesLoader, ProcurementNeed, ProcurementNeedType } from '@app/procurement';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchLists } from '../matches/match-lists.js';
import { MatchListType } from '../matches/match.type.js';
import { describeNeed } from './describe-need.js';
import { NeedMatchesArgs } from './need-matches.args.js';
import { maySeeMatches } from './need-matches.policy.js';

/** The suppliers that fit a stored need. */
@Resolver(() => ProcurementNeedType)
export class NeedMatchesResolver {
  constructor(
    private readonly lists: MatchLists,
    private readonly lines: NeedLinesLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => MatchListType, {
    nullable: true,
    description:
      'The suppliers that fit now, best first, without the buyer itself; null for others than the buyer’s members and staff.',
  })
  async matches(
    @Parent() need: ProcurementNeed,
    @Args() { first }: NeedMatchesArgs,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchListType | null> {
    if (!maySeeMatches(viewer, need)) return null;
    const view = { now: this.clock.now(), seesHiddenAmounts: maySeeAmount(viewer, need, false) };
    const lines = await this.lines.load(loaders, need.id);
    return this.lists.forNeed(describeNeed(need, lines, view), first, { locale, loaders }, need);
  }
}
