import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock } from '@app/kernel';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { NeedInvitationsRepository } from '../needs/need-invitations.repository.js';
import { NeedWriter, type OwnNeed } from '../editing/need-writer.js';
import { NeedStateError } from '../needs/procurement-need.graphql.js';
import { needInvitationWithdrawn, organizationInvitedToNeed } from '../needs/procurement-need.events.js';
import {
  InviteToProcurementNeedPayload,
  type InviteToProcurementNeedResult,
  WithdrawNeedInvitationPayload,
  type WithdrawNeedInvitationResult,
} from './need-invitation.graphql.js';

/** The organizations that a buyer invites to answer a need. */
export interface NeedInvitees extends OwnNeed {
  readonly organizationIds: readonly string[];
}

/** Editors of the buyer invite organizations to answer a need and withdraw invitations. Repeating a step changes nothing. */
@Injectable()
export class NeedInvitationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: NeedWriter,
    private readonly invitations: NeedInvitationsRepository,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  inviteOrganizations(viewer: Viewer, wish: NeedInvitees): Promise<InviteToProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, wish);
      if (!need.changeable) return new NeedStateError(need.state);
      const invited = [...new Set(wish.organizationIds)];
      await this.requireOrganizations(need.organizationId, invited);
      const added = await this.invitations.addInvitations(need.id, invited, this.clock.now());
      await this.unverified.useQuota(need.organizationId, QuotaAction.INVITE_ORGANIZATION, added.length);
      await this.events.record(...added.map((id) => organizationInvitedToNeed(need, id)));
      return new InviteToProcurementNeedPayload(need);
    });
  }

  /** Deletes an invitation. The organization no longer sees a need for invited suppliers. */
  withdrawInvitation(
    viewer: Viewer,
    wish: OwnNeed,
    invitedId: string,
  ): Promise<WithdrawNeedInvitationResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, wish);
      if (!need.changeable) return new NeedStateError(need.state);
      const invitedAt = await this.invitations.removeInvitation(need.id, invitedId);
      if (invitedAt) await this.events.record(needInvitationWithdrawn(need, invitedId, invitedAt));
      return new WithdrawNeedInvitationPayload(need);
    });
  }

  private async requireOrganizations(buyerId: string, invited: readonly string[]): Promise<void> {
    const field = ['input.organizationIds'];
    if (invited.includes(buyerId)) throw new BadInputError('NEED_INVITES_BUYER', {}, field);
    const existing = await this.invitations.findOrganizationIds(invited);
    if (existing.length < invited.length) throw new BadInputError('NEED_INVITES_UNKNOWN', {}, field);
  }
}
