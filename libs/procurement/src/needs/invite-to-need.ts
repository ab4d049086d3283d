import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock } from '@app/kernel';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { NeedInvitationsRepository } from './need-invitations.repository.js';
import { type OwnNeed, OwnNeeds } from './own-need.js';
import { NeedStateError } from './procurement-need.errors.js';
import { needInvitationWithdrawn, organizationInvitedToNeed } from './procurement-need.events.js';
import {
  InviteToProcurementNeedPayload,
  type InviteToProcurementNeedResult,
  WithdrawNeedInvitationPayload,
  type WithdrawNeedInvitationResult,
} from './procurement-need.results.js';

/** Whom a buyer asks to answer a need. */
export interface NeedInvitees extends OwnNeed {
  readonly organizationIds: readonly string[];
}

/** A buyer asks organizations to answer, and takes invitations back. Done twice, the second time changes nothing. */
@Injectable()
export class InviteToNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnNeeds,
    private readonly invitations: NeedInvitationsRepository,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  invite(viewer: Viewer, wish: NeedInvitees): Promise<InviteToProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, wish);
      if (!need.changeable) return new NeedStateError(need.state);
      const invited = [...new Set(wish.organizationIds)];
      await this.allow(need.organizationId, invited);
      const added = await this.invitations.add(need.id, invited, this.clock.now());
      await this.unverified.useQuota(need.organizationId, QuotaAction.INVITE_ORGANIZATION, added.length);
      await this.events.record(...added.map((id) => organizationInvitedToNeed(need, id)));
      return new InviteToProcurementNeedPayload(need);
    });
  }

  /** From now on the organization is not invited; a need for invited suppliers does not exist for it any more. */
  withdraw(viewer: Viewer, wish: OwnNeed, invitedId: string): Promise<WithdrawNeedInvitationResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, wish);
      if (!need.changeable) return new NeedStateError(need.state);
      const invitedAt = await this.invitations.remove(need.id, invitedId);
      if (invitedAt) await this.events.record(needInvitationWithdrawn(need, invitedId, invitedAt));
      return new WithdrawNeedInvitationPayload(need);
    });
  }

  private async allow(buyerId: string, invited: readonly string[]): Promise<void> {
    const field = ['input.organizationIds'];
    if (invited.includes(buyerId)) throw new BadInputError('NEED_INVITES_BUYER', {}, field);
    const existing = await this.invitations.existing(invited);
    if (existing.length < invited.length) throw new BadInputError('NEED_INVITES_UNKNOWN', {}, field);
  }
}
