import {
  BadInputError,
  Clock,
  type Connection,
  encodeGlobalId,
  keyOf,
  type LoaderScope,
  type Locale,
  PageArgs,
} from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  type AnswerInvitationInput,
  DeclineInvitationInput,
  DeclineInvitationResult,
  InvitationConnection,
  InvitationType,
  InviteMemberInput,
  InviteMemberResult,
  ResendInvitationInput,
  ResendInvitationResult,
  RevokeInvitationInput,
  RevokeInvitationResult,
} from './invitations.graphql.js';
import { parseIdentifier } from '../users/identifier.js';
import { UserType } from '../users/users.graphql.js';
import { Users } from '../users/users.service.js';
import { Access } from '../viewer/access.js';
import { CurrentLocale, CurrentViewer, Loaders } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { type AnsweredInvitation, InvitationAnswersService } from './invitation-answers.service.js';
import { Invitation, InvitationState } from './invitation.entity.js';
import { InvitationsService } from './invitations.service.js';
import { maySeeInvitation } from './members.policy.js';

const OWNERS = 'owners of the acting organization and staff';

/** Invitations, for those who manage the members of an organization. */
@Resolver()
export class InvitationsResolver {
  constructor(private readonly invitations: InvitationsService) {}

  @Query(() => InvitationConnection, {
    description: 'The invitations that an organization has sent, the newest first. For owners and staff.',
  })
  @Access('owners of the organization and staff', 'SIGNED_IN')
  organizationInvitations(
    @Args('organizationId', { type: () => ID, description: 'The organization.' }) organizationId: string,
    @Args() page: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<InvitationType>> {
    return this.invitations.pageInvitations(viewer, keyOf(organizationId, 'Organization'), page);
  }

  @Mutation(() => InviteMemberResult, {
    description:
      'Invites the holder of a number or address, who gets a message with a link. For owners and staff.',
  })
  @Access(OWNERS, 'SIGNED_IN')
  inviteMember(
    @Args('input', { description: 'Whom to invite.' }) input: InviteMemberInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
  ): Promise<InviteMemberResult> {
    const wish = {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      identifier: parseIdentifier(input.identifier),
      role: input.role,
      clientMutationId: input.clientMutationId,
    };
    return this.invitations.inviteMember(viewer, wish, locale);
  }

  @Mutation(() => ResendInvitationResult, {
    description:
      'Sends an unanswered invitation once more; the link sent before stops working. For owners and staff.',
  })
  @Access(OWNERS, 'SIGNED_IN')
  resendInvitation(
    @Args('input', { description: 'The invitation.' }) { invitationId }: ResendInvitationInput,
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
  ): Promise<ResendInvitationResult> {
    return this.invitations.resendInvitation(viewer, keyOf(invitationId, 'Invitation'), locale);
  }

  @Mutation(() => RevokeInvitationResult, {
    description: 'Takes an open invitation back. For owners and staff.',
  })
  @Access(OWNERS, 'SIGNED_IN')
  revokeInvitation(
    @Args('input', { description: 'The invitation.' }) { invitationId }: RevokeInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RevokeInvitationResult> {
    return this.invitations.revokeInvitation(viewer, keyOf(invitationId, 'Invitation'));
  }
}

/** Which invitation an input names; throws INVITATION_REFERENCE unless it names exactly one. */
function answered({ token, invitationId }: AnswerInvitationInput): AnsweredInvitation {
  if (token && !invitationId) return { token };
  if (invitationId && !token) return { id: keyOf(invitationId, 'Invitation') };
  throw new BadInputError('INVITATION_REFERENCE', {}, ['input.token', 'input.invitationId']);
}

/** Invitations, for the invited person. */
@Resolver()
export class MyInvitationsResolver {
  constructor(private readonly answers: InvitationAnswersService) {}

  @Query(() => [InvitationType], {
    description: 'The invitations that the viewer can answer, at most 100. Requires sign-in.',
  })
  @Access('the invited person only', 'SIGNED_IN')
  myInvitations(@CurrentViewer() viewer: Viewer): Promise<InvitationType[]> {
    return this.answers.findOpenInvitations(viewer);
  }

  @Query(() => InvitationType, {
    nullable: true,
    description:
      'The invitation behind a link that was sent, to show before signing in. For anyone with the link.',
  })
  @Access('whoever holds the link')
  invitationByToken(
    @Args('token', { description: 'Token of the link.' }) token: string,
  ): Promise<InvitationType | null> {
    return this.answers.findByToken(token);
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Joins the organization that invites. For the invited person and anyone with the link.',
  })
  @Access('the invited person, or a signed-in person with the link', 'SIGNED_IN')
  acceptInvitation(
    @Args('input', { description: 'The invitation.' }) input: AcceptInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AcceptInvitationResult> {
    return this.answers.acceptInvitation(viewer, answered(input));
  }

  @Mutation(() => DeclineInvitationResult, {
    description: 'Declines an invitation. For the invited person and anyone with the link.',
  })
  @Access('the invited person, or a signed-in person with the link', 'SIGNED_IN')
  declineInvitation(
    @Args('input', { description: 'The invitation.' }) input: DeclineInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeclineInvitationResult> {
    return this.answers.declineInvitation(viewer, answered(input));
  }
}

/** The fields of an invitation that depend on who is looking, and when. */
@Resolver(() => InvitationType)
export class InvitationFieldsResolver {
  constructor(
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() invitation: Invitation): string {
    return encodeGlobalId('Invitation', invitation.id);
  }

  @ResolveField(() => ID, { description: 'The organization’s global id.' })
  organizationId(@Parent() invitation: Invitation): string {
    return encodeGlobalId('Organization', invitation.organizationId);
  }

  @ResolveField(() => InvitationState, { description: 'Where it stands now.' })
  state(@Parent() invitation: Invitation): InvitationState {
    return invitation.stateAt(this.clock.now());
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The number or address that was invited; null for somebody who only holds the link, which may have been passed on.',
  })
  async invitedIdentifier(
    @Parent() invitation: Invitation,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<string | null> {
    const own = viewer.userId ? await this.users.loadIdentifiers(loaders, viewer.userId) : [];
    return maySeeInvitation(viewer, invitation, own) ? invitation.value : null;
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'Who invites; null when the person has left the platform.',
  })
  async invitedBy(
    @Parent() invitation: Invitation,
    @Loaders() loaders: LoaderScope,
  ): Promise<UserType | null> {
    return invitation.invitedById ? this.users.loadUser(loaders, invitation.invitedById) : null;
  }
}
