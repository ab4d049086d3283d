import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CreateProcurementNeed } from './create-procurement-need.js';
import { CreateProcurementNeedInput } from './dto/create-procurement-need.input.js';
import {
  CancelProcurementNeedInput,
  CloseProcurementNeedInput,
  InviteToProcurementNeedInput,
  PublishProcurementNeedInput,
  WithdrawNeedInvitationInput,
} from './dto/procurement-need-step.input.js';
import { UpdateProcurementNeedInput } from './dto/update-procurement-need.input.js';
import { InviteToNeed } from './invite-to-need.js';
import { NeedSteps } from './need-steps.js';
import { NeedTermsReader } from './need-terms.reader.js';
import type { OwnNeed } from './own-need.js';
import {
  CancelProcurementNeedResult,
  CloseProcurementNeedResult,
  CreateProcurementNeedResult,
  InviteToProcurementNeedResult,
  PublishProcurementNeedResult,
  UpdateProcurementNeedResult,
  WithdrawNeedInvitationResult,
} from './procurement-need.results.js';
import { ProcurementNeedType } from './procurement-need.type.js';
import { UpdateProcurementNeed } from './update-procurement-need.js';

/** How a buyer writes, opens and ends its needs. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedChangesResolver {
  constructor(
    private readonly terms: NeedTermsReader,
    private readonly creation: CreateProcurementNeed,
    private readonly updates: UpdateProcurementNeed,
    private readonly steps: NeedSteps,
    private readonly invitations: InviteToNeed,
  ) {}

  @Mutation(() => CreateProcurementNeedResult, {
    description: 'Drafts a need. Owners and editors of the acting organization.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  createProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: CreateProcurementNeedInput,
  ): Promise<CreateProcurementNeedResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    const { clientMutationId } = input;
    return this.creation.create(viewer, { organizationId, clientMutationId, ...this.terms.read(input) });
  }

  @Mutation(() => UpdateProcurementNeedResult, {
    description: 'Changes a draft or amends a published need. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  updateProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateProcurementNeedInput,
  ): Promise<UpdateProcurementNeedResult> {
    const { expectedVersion } = input;
    return this.updates.update(viewer, { ...own(input), expectedVersion, ...this.terms.read(input) });
  }

  @Mutation(() => PublishProcurementNeedResult, {
    description: 'Opens a draft for responses. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  publishProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: PublishProcurementNeedInput,
  ): Promise<PublishProcurementNeedResult> {
    return this.steps.publish(viewer, own(input));
  }

  @Mutation(() => CloseProcurementNeedResult, {
    description:
      'Closes a published need, so that it takes no more responses. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  closeProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need.' }) input: CloseProcurementNeedInput,
  ): Promise<CloseProcurementNeedResult> {
    return this.steps.close(viewer, own(input));
  }

  @Mutation(() => CancelProcurementNeedResult, {
    description: 'Calls off a need that is not awarded. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  cancelProcurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need and the reason.' }) input: CancelProcurementNeedInput,
  ): Promise<CancelProcurementNeedResult> {
    return this.steps.cancel(viewer, own(input), input.reason.trim());
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
    return this.invitations.invite(viewer, { ...own(input), organizationIds });
  }

  @Mutation(() => WithdrawNeedInvitationResult, {
    description:
      'Takes an invitation to a draft or published need back; the organization sees a need for invited suppliers no more. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawNeedInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The need and the organization.' }) input: WithdrawNeedInvitationInput,
  ): Promise<WithdrawNeedInvitationResult> {
    return this.invitations.withdraw(viewer, own(input), keyOf(input.organizationId, 'Organization'));
  }
}

function own(input: { needId: string; actingOrganizationId: string }): OwnNeed {
  return {
    id: keyOf(input.needId, 'ProcurementNeed'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
