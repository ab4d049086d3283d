import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import {
  Clock,
  type Connection,
  ForbiddenError,
  type Locale,
  newId,
  NotFoundError,
  renderText,
  SETTINGS,
  type Settings,
} from '@app/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { InvitationPayload } from './invitations.graphql.js';
import { AttemptLimits } from '../security/attempt-limits.js';
import {
  INVITATIONS_OF_ORGANIZATION,
  INVITATIONS_OF_PERSON,
  INVITATIONS_TO_IDENTIFIER,
} from '../security/attempt-rules.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { hashToken, newToken } from '../security/secret-token.js';
import type { Identifier } from '../users/identifier.js';
import { MessageSender, OrganizationNames } from '../users/identity.ports.js';
import { UsersRepository } from '../users/users.repository.js';
import { UseCaseRunner } from '../viewer/use-case-runner.js';
import type { MemberRole, Viewer } from '../viewer/viewer.js';
import { Invitation, INVITATION_DAYS, InvitationState } from './invitation.entity.js';
import { InvitationsRepository, PENDING_KEY } from './invitations.repository.js';
import { assertManagesMembers, mayManageMembers } from './members.policy.js';
import { OrganizationMembersRepository } from './members.repository.js';
import { AlreadyInvitedError, AlreadyMemberError, InvitationClosedError } from './members.texts.js';

/** A person whom an organization wants as a member. */
interface InvitationWish {
  readonly organizationId: string;
  readonly identifier: Identifier;
  readonly role: MemberRole;
}

/** Invitations, for those who manage the members of an organization. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly invitations: InvitationsRepository,
    private readonly members: OrganizationMembersRepository,
    private readonly users: UsersRepository,
    private readonly limits: AttemptLimits,
    private readonly messages: MessageSender,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Optional() private readonly organizations?: OrganizationNames,
  ) {}

  /** Invites the holder of a number or address. A unique index refuses a second open invitation. */
  async inviteMember(
    viewer: Viewer,
    wish: InvitationWish & { clientMutationId?: string | null },
    locale: Locale,
  ): Promise<InvitationPayload | AlreadyMemberError | AlreadyInvitedError | TooManyAttemptsError> {
    const actorId = viewer.requireUserId();
    assertManagesMembers(viewer, wish.organizationId);
    if (await this.members.hasHolderOf(wish.organizationId, wish.identifier)) return new AlreadyMemberError();
    const tooMany = await this.countMessage(actorId, wish.organizationId, wish.identifier);
    if (tooMany) return tooMany;
    return this.runner.runCreation<InvitationPayload | AlreadyInvitedError>(viewer, {
      operation: 'inviteMember',
      clientMutationId: wish.clientMutationId,
      constraints: { [PENDING_KEY]: () => new AlreadyInvitedError() },
      create: () => this.createInvitation(viewer, wish, locale),
      present: async (id) => {
        const invitation = await this.invitations.findInvitation(id);
        if (!invitation) throw new NotFoundError();
        return new InvitationPayload(invitation);
      },
    });
  }

  /** Sends an unanswered invitation once more. The link that was sent before stops working. */
  async resendInvitation(
    viewer: Viewer,
    invitationId: string,
    locale: Locale,
  ): Promise<InvitationPayload | InvitationClosedError | TooManyAttemptsError> {
    const { organizationId, kind, value } = managedBy(
      viewer,
      await this.invitations.findInvitation(invitationId),
    );
    const tooMany = await this.countMessage(viewer.requireUserId(), organizationId, { kind, value });
    if (tooMany) return tooMany;
    return this.transactions.run(async () => {
      const invitation = managedBy(viewer, await this.invitations.lockInvitation({ id: invitationId }));
      if (invitation.recordedState !== InvitationState.PENDING)
        return new InvitationClosedError(invitation.recordedState);
      await this.keepPower(viewer, invitation.organizationId);
      const token = newToken();
      invitation.renew(hashToken(token), this.clock.now());
      await this.invitations.saveInvitation(invitation);
      await this.sendMessage(invitation, token, locale);
      return new InvitationPayload(invitation);
    });
  }

  /** Takes an open invitation back. */
  revokeInvitation(viewer: Viewer, invitationId: string): Promise<InvitationPayload | InvitationClosedError> {
    return this.transactions.run(async () => {
      const invitation = managedBy(viewer, await this.invitations.lockInvitation({ id: invitationId }));
      const now = this.clock.now();
      if (!invitation.isOpenAt(now)) return new InvitationClosedError(invitation.stateAt(now));
      invitation.close(InvitationState.REVOKED, now);
      await this.invitations.saveInvitation(invitation);
      await this.recordAction(viewer, 'INVITATION_REVOKED', invitation);
      return new InvitationPayload(invitation);
    });
  }

  /** A page of the invitations that an organization has sent, the newest first. */
  pageInvitations(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Invitation>> {
    assertManagesMembers(viewer, organizationId);
    return this.invitations.pageInvitations(organizationId, wish);
  }

  private async createInvitation(sender: Viewer, wish: InvitationWish, locale: Locale): Promise<string> {
    await this.keepPower(sender, wish.organizationId);
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
    await this.invitations.insertInvitation(invitation);
    await this.sendMessage(invitation, token, locale);
    await this.recordAction(sender, 'MEMBER_INVITED', invitation);
    return invitation.id;
  }

  /** The sender stays an owner until the transaction ends: losing the role then revokes this invitation too. */
  private async keepPower(sender: Viewer, organizationId: string): Promise<void> {
    if (sender.staff) return;
    if (!sender.userId || !(await this.members.holdOwner(organizationId, sender.userId)))
      throw new ForbiddenError();
  }

  private async countMessage(
    actorId: string,
    organizationId: string,
    { value }: Identifier,
  ): Promise<TooManyAttemptsError | null> {
    const verdict = await this.limits.takeAttempts([
      [INVITATIONS_OF_PERSON, actorId],
      [INVITATIONS_OF_ORGANIZATION, organizationId],
      [INVITATIONS_TO_IDENTIFIER, value],
    ]);
    return verdict.allowed ? null : new TooManyAttemptsError(verdict);
  }

  /** Writes to the invited person in the person's language, if known, else in the sender's. */
  private async sendMessage(invitation: Invitation, token: string, sendersLocale: Locale): Promise<void> {
    const receiver = await this.users.findByIdentifier(invitation);
    const locale = receiver?.locale ?? sendersLocale;
    const name = await this.organizations?.nameOf(invitation.organizationId, locale);
    await this.messages.send({
      to: { kind: invitation.kind, value: invitation.value },
      template: 'MESSAGE_INVITATION',
      params: {
        organization: name ?? renderText(locale, 'AN_ORGANIZATION'),
        link: this.linkFor(token),
        days: INVITATION_DAYS,
      },
      locale,
      uselessAfter: invitation.expiresAt,
    });
  }

  private linkFor(token: string): string {
    const { PUBLIC_URL, PORT } = this.settings;
    return new URL(`/invitations/${token}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
  }

  private recordAction(sender: Viewer, action: string, invitation: Invitation): Promise<void> {
    return this.audit.record({
      actorId: sender.userId,
      action,
      subjectType: 'Organization',
      subjectId: invitation.organizationId,
      ids: { invitation: invitation.id, role: invitation.role },
    });
  }
}

/** The invitation, if the viewer manages it; throws NOT_FOUND for everybody else. */
function managedBy(viewer: Viewer, invitation: Invitation | null): Invitation {
  if (!invitation || !mayManageMembers(viewer, invitation.organizationId)) throw new NotFoundError();
  return invitation;
}
