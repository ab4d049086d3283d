import { type Connection, keyOf, type Locale, PageArgs } from '@app/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { parseIdentifier } from '../identifiers/identifier.js';
import { Access } from '../viewer/access.js';
import { CurrentLocale, CurrentViewer } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { InviteMemberInput, ResendInvitationInput, RevokeInvitationInput } from './dto/invitations.input.js';
import {
  InvitationConnection,
  type InvitationType,
  InviteMemberResult,
  ResendInvitationResult,
  RevokeInvitationResult,
} from './invitation.type.js';
import { Invitations } from './invitations.service.js';

const OWNERS = 'owners of the acting organization and staff';

/** Invitations, for those who manage an organization's members. */
@Resolver()
export class InvitationsResolver {
  constructor(private readonly invitations: Invitations) {}

  @Query(() => InvitationConnection, {
    description: 'The invitations that an organization has sent, the newest first. For owners and staff.',
  })
  @Access('owners of the organization and staff', 'SIGNED_IN')
  organizationInvitations(
    @Args('organizationId', { type: () => ID, description: 'The organization.' }) organizationId: string,
    @Args() page: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<InvitationType>> {
    return this.invitations.pageOf(viewer, keyOf(organizationId, 'Organization'), page);
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
    return this.invitations.invite(viewer, wish, locale);
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
    return this.invitations.resend(viewer, keyOf(invitationId, 'Invitation'), locale);
  }

  @Mutation(() => RevokeInvitationResult, {
    description: 'Takes an open invitation back. For owners and staff.',
  })
  @Access(OWNERS, 'SIGNED_IN')
  revokeInvitation(
    @Args('input', { description: 'The invitation.' }) { invitationId }: RevokeInvitationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RevokeInvitationResult> {
    return this.invitations.revoke(viewer, keyOf(invitationId, 'Invitation'));
  }
}
