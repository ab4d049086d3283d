import { BadInputError, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { CurrentViewer } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import {
  AcceptInvitationInput,
  type AnswerInvitationInput,
  DeclineInvitationInput,
} from './dto/invitations.input.js';
import { type AnsweredInvitation, InvitationAnswers } from './invitation-answers.js';
import { AcceptInvitationResult, DeclineInvitationResult, InvitationType } from './invitation.type.js';

/** Which invitation an input names; throws INVITATION_REFERENCE unless it names exactly one. */
function answered({ token, invitationId }: AnswerInvitationInput): AnsweredInvitation {
  if (token && !invitationId) return { token };
  if (invitationId && !token) return { id: keyOf(invitationId, 'Invitation') };
  throw new BadInputError('INVITATION_REFERENCE', {}, ['input.token', 'input.invitationId']);
}

/** Invitations, for the invited. */
@Resolver()
export class MyInvitationsResolver {
  constructor(private readonly answers: InvitationAnswers) {}

  @Query(() => [InvitationType], {
    description: 'The invitations that the viewer can answer, at most 100. For whoever is signed in.',
  })
  @Access('the invited person only', 'SIGNED_IN')
  myInvitations(@CurrentViewer() viewer: Viewer): Promise<InvitationType[]> {
    return this.answers.openTo(viewer);
  }

  @Query(() => InvitationType, {
    nullable: true,
    description:
      'The invitation behind a link that was sent, to show before signing in. For whoever holds the link.',
  })
  @Access('whoever holds the link')
  invitationByToken(
    @Args('token', { description: 'Token of the link.' }) token: string,
  ): Promise<InvitationType | null> {
    return this.answers.behind(token);
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Joins the organization that invites. For the invited and whoever holds the link.',
  })
  @Access('the invited person, or a signed-in person with the link', 'SIGNED_IN')
  acceptInvitation(
    @Args('input', { description: 'The invitation.' }) input: AcceptInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AcceptInvitationResult> {
    return this.answers.accept(viewer, answered(input));
  }

  @Mutation(() => DeclineInvitationResult, {
    description: 'Declines an invitation. For the invited and whoever holds the link.',
  })
  @Access('the invited person, or a signed-in person with the link', 'SIGNED_IN')
  declineInvitation(
    @Args('input', { description: 'The invitation.' }) input: DeclineInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeclineInvitationResult> {
    return this.answers.decline(viewer, answered(input));
  }
}
