import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MatchFeedbackArgs } from './dto/match-feedback.args.js';
import { GiveMatchFeedbackInput, WithdrawMatchFeedbackInput } from './dto/match-feedback.input.js';
import { GiveMatchFeedback } from './give-match-feedback.js';
import type { FeedbackKey } from './match-feedback.entity.js';
import { MatchFeedbackPayload, MatchFeedbackWithdrawnPayload } from './match-feedback.results.js';
import { MatchFeedbackConnectionType, MatchFeedbackType } from './match-feedback.type.js';
import { ReadMatchFeedback } from './read-match-feedback.js';

/** What the two sides say of matches. */
@Resolver(() => MatchFeedbackType)
export class MatchFeedbackResolver {
  constructor(
    private readonly giving: GiveMatchFeedback,
    private readonly reading: ReadMatchFeedback,
  ) {}

  @Query(() => MatchFeedbackConnectionType, {
    description:
      'What an organization said of matches, the latest first. Its members, and staff, whose reading is audited.',
  })
  @Access('members of the organization; staff, audited', 'SIGNED_IN')
  async matchFeedback(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MatchFeedbackArgs,
  ): Promise<Connection<MatchFeedbackType>> {
    return this.reading.page(viewer, keyOf(args.organizationId, 'Organization'), args);
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
    return new MatchFeedbackPayload(await this.giving.give(viewer, keyFrom(input), opinion));
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
    await this.giving.withdraw(viewer, key);
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
