import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MemberJoinedPayload } from '../members/organization-member.type.js';
import { Memberships } from '../members/memberships.service.js';
import { hashToken, isToken } from '../tokens/secret-token.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { type Invitation, InvitationState } from './invitation.entity.js';
import { isInvited } from './invitation.policy.js';
import { InvitationPayload } from './invitation.type.js';
import { AlreadyMemberError, InvitationClosedError } from './invitations.errors.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Which invitation is answered: the one of a link, or one of the viewer's own list. */
export type AnsweredInvitation = { readonly token: string } | { readonly id: string };

/** What the invited person does with invitations. */
@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The viewer joins the organization. A link may be answered by whoever holds it, since it went to the invited only. */
  accept(
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
      const member = await this.memberships.add(organizationId, userId, role);
      invitation.close(InvitationState.ACCEPTED, now);
      await this.invitations.save(invitation);
      await this.record(viewer, invitation);
      return new MemberJoinedPayload(member);
    });
  }

  /** The viewer does not want to join. */
  decline(viewer: Viewer, which: AnsweredInvitation): Promise<InvitationPayload | InvitationClosedError> {
    return this.transactions.run(async () => {
      const invitation = await this.lockFor(viewer, which);
      const now = this.clock.now();
      if (!invitation.isOpenAt(now)) return new InvitationClosedError(invitation.stateAt(now));
      invitation.close(InvitationState.DECLINED, now);
      await this.invitations.save(invitation);
      return new InvitationPayload(invitation);
    });
  }

  /** The invitations that the viewer can answer now. */
  async openTo(viewer: Viewer): Promise<Invitation[]> {
    return this.invitations.openTo(
      await this.users.identifiersOf([viewer.requireUserId()]),
      this.clock.now(),
    );
  }

  /** The invitation behind a link, whatever became of it; null when the link is not (or no longer) good. */
  async behind(token: string): Promise<Invitation | null> {
    return isToken(token) ? this.invitations.byToken(hashToken(token)) : null;
  }

  private async lockFor(viewer: Viewer, which: AnsweredInvitation): Promise<Invitation> {
    const userId = viewer.requireUserId();
    if ('token' in which) {
      return found(
        isToken(which.token) ? await this.invitations.lock({ tokenHash: hashToken(which.token) }) : null,
      );
    }
    const invitation = found(await this.invitations.lock({ id: which.id }));
    if (!isInvited(invitation, await this.users.identifiersOf([userId]))) throw new NotFoundError();
    return invitation;
  }

  private record(viewer: Viewer, { id, organizationId, role }: Invitation): Promise<void> {
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
