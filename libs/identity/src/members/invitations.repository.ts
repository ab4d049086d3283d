import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Identifier } from '../users/identifier.js';
import { Invitation, InvitationState } from './invitation.entity.js';

/** The index that lets an organization have one open invitation to a number or address. */
export const PENDING_KEY = 'invitation_pending';

/** Every query on invitations. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insertInvitation(invitation: Invitation): Promise<void> {
    await this.invitations.insert(invitation);
  }

  async saveInvitation(invitation: Invitation): Promise<void> {
    await this.invitations.save(invitation);
  }

  findInvitation(id: string): Promise<Invitation | null> {
    return this.invitations.findOneBy({ id });
  }

  findByTokenHash(tokenHash: string): Promise<Invitation | null> {
    return this.invitations.findOneBy({ tokenHash });
  }

  /** An invitation by id or token, locked until the transaction ends. */
  lockInvitation(by: { id: string } | { tokenHash: string }): Promise<Invitation | null> {
    return this.invitations.findOne({ where: by, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes down that an unanswered invitation is over, so that a new one can take its place. */
  async closeExpired(organizationId: string, { kind, value }: Identifier, now: Date): Promise<void> {
    await this.invitations.update(
      {
        organizationId,
        kind,
        value,
        recordedState: InvitationState.PENDING,
        expiresAt: LessThanOrEqual(now),
      },
      { recordedState: InvitationState.EXPIRED },
    );
  }

  /** Takes back the open invitations that a person sent for an organization. */
  async revokeOpenOf(organizationId: string, invitedById: string, now: Date): Promise<void> {
    await this.invitations.update(
      { organizationId, invitedById, recordedState: InvitationState.PENDING },
      { recordedState: InvitationState.REVOKED, answeredAt: now },
    );
  }

  /** The invitations that the holder of some identifiers can answer now, the newest first. */
  findOpen(identifiers: readonly Identifier[], now: Date): Promise<Invitation[]> {
    if (identifiers.length === 0) return Promise.resolve([]);
    const open = { recordedState: InvitationState.PENDING, expiresAt: MoreThan(now) };
    return this.invitations.find({
      where: identifiers.map(({ kind, value }) => ({ kind, value, ...open })),
      order: { id: 'DESC' },
      take: 100,
    });
  }

  /** A page of the invitations that an organization has sent, the newest first. */
  pageInvitations(
    organizationId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Invitation>> {
    const list = this.invitations
      .createQueryBuilder('invitation')
      .where('invitation.organizationId = :organizationId', { organizationId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get invitations() {
    return this.transactions.manager.getRepository(Invitation);
  }
}
