import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvitationPayload } from './invitations.graphql.js';
import { hashToken, isToken } from '../security/secret-token.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { type Invitation, InvitationState } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MemberJoinedPayload } from './members.graphql.js';
import { isInvited } from './members.policy.js';
import { AlreadyMemberError, InvitationClosedError } from './members.texts.js';
import { Memberships } from './memberships.service.js';

/** Which invitation is answered: the one of a link, or one of the viewer's own list. */
export type AnsweredInvitation = { readonly token: string } | { readonly id: string };

/** Invitations, for the invited person. */
@Injectable()
export class InvitationAnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The viewer joins the organization. Anybody with the link may answer, since only the invited person received it. */
  acceptInvitation(
    viewer: Viewer,
    which: AnsweredInvitation,
  ): Promise<MemberJoinedPayload | InvitationClosedError | AlreadyMemberError> {
    return this.transactions.run(async () => {
      const invitation = await this.lockFor(viewer, which);
      const now = this.clock.now();
      if (!invitation.isOpenAt(now)) return new InvitationClosedError(invitation.stateAt(now));
      const { organizationId, role } = invitation;
      if (viewer.memberOf(organizationId)) return new AlreadyMemberError();
      const userId = viewer.requireUserId();
      const member = await this.memberships.addMember(organizationId, userId, role);
      invitation.close(InvitationState.ACCEPTED, now);
      await this.invitations.saveInvitation(invitation);
      await this.recordAction(viewer, invitation);
      return new MemberJoinedPayload(member);
    });
  }

  /** The viewer does not want to join. */
  declineInvitation(
    viewer: Viewer,
    which: AnsweredInvitation,
  ): Promise<InvitationPayload | InvitationClosedError> {
    return this.transactions.run(async () => {
      const invitation = await this.lockFor(viewer, which);
      const now = this.clock.now();
      if (!invitation.isOpenAt(now)) return new InvitationClosedError(invitation.stateAt(now));
      invitation.close(InvitationState.DECLINED, now);
      await this.invitations.saveInvitation(invitation);
      return new InvitationPayload(invitation);
    });
  }

  /** The invitations that the viewer can answer now. */
  async findOpenInvitations(viewer: Viewer): Promise<Invitation[]> {
    return this.invitations.findOpen(
      await this.users.findIdentifiers([viewer.requireUserId()]),
      this.clock.now(),
    );
  }

  /** The invitation behind a link, whatever became of it; null when the link is not (or no longer) good. */
  async findByToken(token: string): Promise<Invitation | null> {
    return isToken(token) ? this.invitations.findByTokenHash(hashToken(token)) : null;
  }

  private async lockFor(viewer: Viewer, which: AnsweredInvitation): Promise<Invitation> {
    const userId = viewer.requireUserId();
    if ('token' in which) {
      return found(
        isToken(which.token)
          ? await this.invitations.lockInvitation({ tokenHash: hashToken(which.token) })
          : null,
      );
    }
    const invitation = found(await this.invitations.lockInvitation({ id: which.id }));
    if (!isInvited(invitation, await this.users.findIdentifiers([userId]))) throw new NotFoundError();
    return invitation;
  }

  private recordAction(viewer: Viewer, { id, organizationId, role }: Invitation): Promise<void> {
    return this.audit.record({
      actorId: viewer.userId,
      action: 'MEMBER_JOINED',
      subjectType: 'Organization',
      subjectId: organizationId,
      ids: { user: viewer.requireUserId(), invitation: id, role },
    });
  }
}

function found(invitation: Invitation | null): Invitation {
  if (!invitation) throw new NotFoundError();
  return invitation;
}
