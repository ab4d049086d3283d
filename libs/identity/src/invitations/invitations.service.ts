import { Transactions } from '@app/database';
import { type Connection, type Locale, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import {
  INVITATIONS_OF_ORGANIZATION,
  INVITATIONS_OF_PERSON,
  INVITATIONS_TO_IDENTIFIER,
} from '../attempts/attempt-rules.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Identifier } from '../identifiers/identifier.js';
import { assertManagesMembers, mayManageMembers } from '../members/members.policy.js';
import { OrganizationMembersRepository } from '../members/organization-members.repository.js';
import { UseCaseRunner } from '../viewer/use-case-runner.js';
import type { Viewer } from '../viewer/viewer.js';
import { type Invitation, InvitationState } from './invitation.entity.js';
import { InvitationPayload } from './invitation.type.js';
import { AlreadyInvitedError, AlreadyMemberError, InvitationClosedError } from './invitations.errors.js';
import { InvitationsRepository, PENDING_KEY } from './invitations.repository.js';
import { type InvitationWish, IssuedInvitations } from './issued-invitations.js';

/** What those who manage an organization's members do with invitations. */
@Injectable()
export class Invitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly invitations: InvitationsRepository,
    private readonly members: OrganizationMembersRepository,
    private readonly issued: IssuedInvitations,
    private readonly limits: AttemptLimits,
  ) {}

  /** Invites the holder of a number or address; a repeated `clientMutationId` gives the invitation that is there. */
  async invite(
    viewer: Viewer,
    wish: InvitationWish & { clientMutationId?: string | null },
    locale: Locale,
  ): Promise<InvitationPayload | AlreadyMemberError | AlreadyInvitedError | TooManyAttemptsError> {
    const actorId = viewer.requireUserId();
    assertManagesMembers(viewer, wish.organizationId);
    if (await this.members.hasHolderOf(wish.organizationId, wish.identifier)) return new AlreadyMemberError();
    const tooMany = await this.countLetter(actorId, wish.organizationId, wish.identifier);
    if (tooMany) return tooMany;
    return this.runner.runCreation<InvitationPayload | AlreadyInvitedError>(viewer, {
      operation: 'inviteMember',
      clientMutationId: wish.clientMutationId,
      constraints: { [PENDING_KEY]: () => new AlreadyInvitedError() },
      create: async () => (await this.issued.issue(viewer, wish, locale)).id,
      present: async (id) => new InvitationPayload(await this.required(id)),
    });
  }

  /** Sends an unanswered invitation once more; the link sent before stops working. */
  async resend(
    viewer: Viewer,
    invitationId: string,
    locale: Locale,
  ): Promise<InvitationPayload | InvitationClosedError | TooManyAttemptsError> {
    const { organizationId, kind, value } = this.managed(viewer, await this.invitations.byId(invitationId));
    const tooMany = await this.countLetter(viewer.requireUserId(), organizationId, { kind, value });
    if (tooMany) return tooMany;
    return this.transactions.run(async () => {
      const invitation = this.managed(viewer, await this.invitations.lock({ id: invitationId }));
      if (invitation.recordedState !== InvitationState.PENDING)
        return new InvitationClosedError(invitation.recordedState);
      await this.issued.sendAgain(viewer, invitation, locale);
      return new InvitationPayload(invitation);
    });
  }

  /** Takes an open invitation back. */
  revoke(viewer: Viewer, invitationId: string): Promise<InvitationPayload | InvitationClosedError> {
    return this.transactions.run(async () => {
      const invitation = this.managed(viewer, await this.invitations.lock({ id: invitationId }));
      const state = this.issued.stateOf(invitation);
      if (state !== InvitationState.PENDING) return new InvitationClosedError(state);
      await this.issued.revoke(viewer, invitation);
      return new InvitationPayload(invitation);
    });
  }

  /** The invitations that an organization has sent, the newest first. */
  pageOf(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Invitation>> {
    assertManagesMembers(viewer, organizationId);
    return this.invitations.pageOf(organizationId, wish);
  }

  /** An invitation that the viewer manages; for everybody else there is none. */
  private managed(viewer: Viewer, invitation: Invitation | null): Invitation {
    if (!invitation || !mayManageMembers(viewer, invitation.organizationId)) throw new NotFoundError();
    return invitation;
  }

  private async countLetter(
    actorId: string,
    organizationId: string,
    { value }: Identifier,
  ): Promise<TooManyAttemptsError | null> {
    const verdict = await this.limits.takeAll([
      [INVITATIONS_OF_PERSON, actorId],
      [INVITATIONS_OF_ORGANIZATION, organizationId],
      [INVITATIONS_TO_IDENTIFIER, value],
    ]);
    return verdict.allowed ? null : new TooManyAttemptsError(verdict);
  }

  private async required(id: string): Promise<Invitation> {
    const invitation = await this.invitations.byId(id);
    if (!invitation) throw new NotFoundError();
    return invitation;
  }
}
