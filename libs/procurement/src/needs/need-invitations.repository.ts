import { Transactions } from '@app/database';
import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { NeedInvitation } from './need-invitation.entity.js';
import { type NeedStanding, NO_STANDING, standingColumnsSql } from './need-audience.js';

/** All queries on the table of invitations to needs, and on the standing of organizations. */
@Injectable()
export class NeedInvitationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds invitations; returns the organizations that were not invited before. */
  async addInvitations(needId: string, organizationIds: readonly string[], at: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `insert into need_invitation (need_id, organization_id, invited_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing returning organization_id as id`,
      [needId, organizationIds, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Deletes an invitation; returns when it was made, null if there was none. */
  async removeInvitation(needId: string, organizationId: string): Promise<Date | null> {
    const rows = await this.transactions.query<{ at: Date }>(
      'delete from need_invitation where need_id = $1 and organization_id = $2 returning invited_at as at',
      [needId, organizationId],
    );
    return rows[0]?.at ?? null;
  }

  /** The invitations to needs, oldest first. */
  findInvitations(needIds: readonly string[]): Promise<NeedInvitation[]> {
    return this.table.find({
      where: { needId: In([...needIds]) },
      order: { invitedAt: 'ASC', organizationId: 'ASC' },
    });
  }

  /** The standing of organizations with regard to a need. */
  async findStanding(organizationIds: readonly string[], needId: string): Promise<NeedStanding> {
    const [row] = await this.transactions.query<NeedStanding>(
      `select ${standingColumnsSql('$2', 'any($1::uuid[])')}`,
      [organizationIds, needId],
    );
    return row ?? NO_STANDING;
  }

  /** Those of some ids that are organizations. */
  async findOrganizationIds(organizationIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      'select id from organization where id = any($1::uuid[])',
      [organizationIds],
    );
    return rows.map(({ id }) => id);
  }

  private get table(): Repository<NeedInvitation> {
    return this.transactions.manager.getRepository(NeedInvitation);
  }
}

/** Loads the invitations to many needs in one statement. Callers check who may see them. */
@Injectable()
export class NeedInvitationsLoader extends BatchListLoader<NeedInvitation> {
  constructor(private readonly invitations: NeedInvitationsRepository) {
    super();
  }

  protected fetch(needIds: readonly string[]): Promise<NeedInvitation[]> {
    return this.invitations.findInvitations(needIds);
  }

  protected keyOf(invitation: NeedInvitation): string {
    return invitation.needId;
  }
}
