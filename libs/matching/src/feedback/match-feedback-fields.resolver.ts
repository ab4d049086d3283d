import { CapabilitiesLoader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { ProcurementNeedType, VisibleNeeds } from '@app/procurement';
import { Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchType } from '../matches/match.type.js';
import { pairKey } from '../pairs/pair-keys.js';
import type { MatchFeedback } from './match-feedback.entity.js';
import { MatchFeedbackLoader } from './match-feedback.loader.js';
import { MatchFeedbackType } from './match-feedback.type.js';

/** What an opinion shows beside its columns. */
@Resolver(() => MatchFeedbackType)
export class MatchFeedbackFieldsResolver {
  constructor(
    private readonly needs: VisibleNeeds,
    private readonly capabilities: CapabilitiesLoader,
  ) {}

  @ResolveField(() => Float, { description: 'The score of the match when it was said, 0 to 100.' })
  score(@Parent() feedback: MatchFeedback): number {
    return Number(feedback.score);
  }

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need; null when the viewer does not see it any more.',
  })
  procurementNeed(
    @Parent() feedback: MatchFeedback,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType | null> {
    return this.needs.load(loaders, viewer, feedback.needId);
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'The capability; null when it is not published any more.',
  })
  async capability(
    @Parent() feedback: MatchFeedback,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<CapabilityType | null> {
    const capability = await this.capabilities.load(loaders, feedback.capabilityId);
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }
}

/** What the viewer's own side said of a match. */
@Resolver(() => MatchType)
export class MatchOwnFeedbackResolver {
  constructor(private readonly feedback: MatchFeedbackLoader) {}

  @ResolveField('feedback', () => MatchFeedbackType, {
    nullable: true,
    description: 'What the viewer’s own side said of it; what the other side said is nobody else’s business.',
  })
  async ownFeedback(
    @Parent() { procurementNeed, capability }: MatchType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchFeedbackType | null> {
    if (!procurementNeed || !viewer.signedIn) return null;
    const said = await this.feedback.load(loaders, pairKey(procurementNeed.id, capability.id));
    return said.find(({ organizationId }) => viewer.memberOf(organizationId)) ?? null;
  }
}
