import { CapabilitiesReader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, keyOf, type LoaderScope } from '@app/kernel';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import { Args, Float, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchType } from '../cards/match.graphql.js';
import { pairKey } from '../pair-keys.js';
import type { FeedbackKey, MatchFeedback } from './match-feedback.entity.js';
import {
  GiveMatchFeedbackInput,
  MatchFeedbackArgs,
  MatchFeedbackConnectionType,
  MatchFeedbackPayload,
  MatchFeedbackType,
  MatchFeedbackWithdrawnPayload,
  WithdrawMatchFeedbackInput,
} from './match-feedback.graphql.js';
import { MatchFeedbackLoader, MatchFeedbackService } from './match-feedback.service.js';

/** What an opinion shows beside its columns. */
@Resolver(() => MatchFeedbackType)
export class MatchFeedbackFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesReader,
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
    return this.needs.loadVisibleNeed(loaders, viewer, feedback.needId);
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
    const capability = await this.capabilities.loadCapability(loaders, feedback.capabilityId);
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

/** What the two sides say of matches. */
@Resolver(() => MatchFeedbackType)
export class MatchFeedbackResolver {
  constructor(private readonly feedback: MatchFeedbackService) {}

  @Query(() => MatchFeedbackConnectionType, {
    description:
      'What an organization said of matches, the latest first. Its members, and staff, whose reading is audited.',
  })
  @Access('members of the organization; staff, audited', 'SIGNED_IN')
  async matchFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MatchFeedbackArgs,
  ): Promise<Connection<MatchFeedbackType>> {
    return this.feedback.listFeedback(viewer, keyOf(args.organizationId, 'Organization'), args);
  }

  @Mutation(() => MatchFeedbackPayload, {
    description:
      'Says whether a match fits, in the place of what was said before; the other side does not learn of it. Owners and editors of the buyer or of the supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async giveMatchFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The opinion.' }) input: GiveMatchFeedbackInput,
  ): Promise<MatchFeedbackPayload> {
    const { verdict, reason = null } = input;
    const opinion = { verdict, reason, words: input.words?.trim() || null };
    return new MatchFeedbackPayload(await this.feedback.giveFeedback(viewer, keyFrom(input), opinion));
  }

  @Mutation(() => MatchFeedbackWithdrawnPayload, {
    description: 'Takes an opinion back. Owners and editors of the organization that said it.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async withdrawMatchFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The match.' }) input: WithdrawMatchFeedbackInput,
  ): Promise<MatchFeedbackWithdrawnPayload> {
    const key = keyFrom(input);
    await this.feedback.withdrawFeedback(viewer, key);
    return new MatchFeedbackWithdrawnPayload(key);
  }
}

function keyFrom(input: WithdrawMatchFeedbackInput): FeedbackKey {
  return {
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
    needId: keyOf(input.needId, 'ProcurementNeed'),
    capabilityId: keyOf(input.capabilityId, 'Capability'),
  };
}
