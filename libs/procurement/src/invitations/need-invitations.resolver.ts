import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import { OrganizationType } from '@app/organizations';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ownNeedOf } from '../editing/procurement-need-changes.graphql.js';
import { ProcurementNeed } from '../needs/procurement-need.entity.js';
import { ProcurementNeedType } from '../needs/procurement-need.graphql.js';
import { maySeeBuyersWork } from '../needs/procurement-need.policy.js';
import { ProcurementNeedsReader } from '../needs/procurement-needs.reader.js';
import {
  InviteToProcurementNeedInput,
  InviteToProcurementNeedResult,
  WithdrawNeedInvitationInput,
  WithdrawNeedInvitationResult,
} from './need-invitation.graphql.js';
import { NeedInvitationsService } from './need-invitations.service.js';

/** How a buyer invites organizations to answer a need. */
@Resolver(() => ProcurementNeedType)
export class NeedInvitationsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly invitations: NeedInvitationsService,
  ) {}

  @ResolveField(() => [OrganizationType], {
    nullable: true,
    description: 'Organizations that the buyer invited to answer; null for others than its members.',
  })
  async invitedOrganizations(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[] | null> {
    return maySeeBuyersWork(viewer, need) ? this.needs.loadInvitedOrganizations(loaders, need.id) : null;
  }

  @Mutation(() => InviteToProcurementNeedResult, {
    description: 'Asks organizations to answer a draft or published need. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  inviteToProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need and the organizations.' }) input: InviteToProcurementNeedInput,
  ): Promise<InviteToProcurementNeedResult> {
    const organizationIds = input.organizationIds.map((id) => keyOf(id, 'Organization'));
    return this.invitations.inviteOrganizations(viewer, { ...ownNeedOf(input), organizationIds });
  }

  @Mutation(() => WithdrawNeedInvitationResult, {
    description:
      'Withdraws an invitation to a draft or published need; the organization no longer sees a need for invited suppliers. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawNeedInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need and the organization.' }) input: WithdrawNeedInvitationInput,
  ): Promise<WithdrawNeedInvitationResult> {
    return this.invitations.withdrawInvitation(
      viewer,
      ownNeedOf(input),
      keyOf(input.organizationId, 'Organization'),
    );
  }
}
