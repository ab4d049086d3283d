import { AuditLog } from '@app/audit';
import { Clock, ForbiddenError, type Locale, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Identifier } from '../identifiers/identifier.js';
import { OrganizationMembersRepository } from '../members/organization-members.repository.js';
import { hashToken, newToken } from '../tokens/secret-token.js';
import type { MemberRole, Viewer } from '../viewer/viewer.js';
import { InvitationLetters } from './invitation-letters.js';
import { Invitation, InvitationState } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Whom an organization wants as a member. */
export interface InvitationWish {
  readonly organizationId: string;
  readonly identifier: Identifier;
  readonly role: MemberRole;
}

/** Invitations as they leave the organization and are taken back, inside the running transaction. */
@Injectable()
export class IssuedInvitations {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly members: OrganizationMembersRepository,
    private readonly letters: InvitationLetters,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Invites and writes to the invited; a unique index refuses a second open invitation. */
  async issue(sender: Viewer, wish: InvitationWish, locale: Locale): Promise<Invitation> {
    await this.holdPower(sender, wish.organizationId);
    const now = this.clock.now();
    await this.invitations.closeExpired(wish.organizationId, wish.identifier, now);
    const token = newToken();
    const invitation = Object.assign(new Invitation(), {
      id: newId(),
      organizationId: wish.organizationId,
      kind: wish.identifier.kind,
      value: wish.identifier.value,
      role: wish.role,
      recordedState: InvitationState.PENDING,
      invitedById: sender.userId,
      createdAt: now,
      answeredAt: null,
    });
    invitation.renew(hashToken(token), now);
    await this.invitations.insert(invitation);
    await this.letters.send(invitation, token, locale);
    await this.record(sender, 'MEMBER_INVITED', invitation);
    return invitation;
  }

  /** Writes again, with a new token in place of the old one. */
  async sendAgain(sender: Viewer, invitation: Invitation, locale: Locale): Promise<void> {
    await this.holdPower(sender, invitation.organizationId);
    const token = newToken();
    invitation.renew(hashToken(token), this.clock.now());
    await this.invitations.save(invitation);
    await this.letters.send(invitation, token, locale);
  }

  /** Takes an invitation back. */
  async revoke(sender: Viewer, invitation: Invitation): Promise<void> {
    invitation.close(InvitationState.REVOKED, this.clock.now());
    await this.invitations.save(invitation);
    await this.record(sender, 'INVITATION_REVOKED', invitation);
  }

  /** Where an invitation stands now. */
  stateOf(invitation: Invitation): InvitationState {
    return invitation.stateAt(this.clock.now());
  }

  /** An owner stays one until the invitation is written down, so that losing the role also revokes this one. */
  private async holdPower(sender: Viewer, organizationId: string): Promise<void> {
    if (sender.staff) return;
    if (!sender.userId || !(await this.members.holdOwner(organizationId, sender.userId)))
      throw new ForbiddenError();
  }

  private record(sender: Viewer, action: string, invitation: Invitation): Promise<void> {
    return this.audit.record({
      actorId: sender.userId,
      action,
      subjectType: 'Organization',
      subjectId: invitation.organizationId,
      ids: { invitation: invitation.id, role: invitation.role },
    });
  }
}
