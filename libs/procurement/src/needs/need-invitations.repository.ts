import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { NeedInvitation } from './need-invitation.entity.js';
import type { NeedStanding } from './procurement-need.policy.js';

/** Every query on the table of invitations to needs, and what an audience's standing follows from. */
@Injectable()
export class NeedInvitationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds invitations; gives the organizations that were not invited before. */
  async add(needId: string, organizationIds: readonly string[], at: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `insert into need_invitation (need_id, organization_id, invited_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing returning organization_id as id`,
      [needId, organizationIds, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes an invitation back; gives when it was given, null when there was none. */
  async remove(needId: string, organizationId: string): Promise<Date | null> {
    const rows = await this.transactions.query<{ at: Date }>(
      'delete from need_invitation where need_id = $1 and organization_id = $2 returning invited_at as at',
      [needId, organizationId],
    );
    return rows[0]?.at ?? null;
  }

  /** Who is invited to needs, in the order of the invitations. */
  ofNeeds(needIds: readonly string[]): Promise<NeedInvitation[]> {
    return this.table.find({
      where: { needId: In([...needIds]) },
      order: { invitedAt: 'ASC', organizationId: 'ASC' },
    });
  }

  /** How organizations stand to a need. */
  async standing(organizationIds: readonly string[], needId: string): Promise<NeedStanding> {
    const [row] = await this.transactions.query<NeedStanding>(
      `select exists (select 1 from organization where id = any($1::uuid[]) and claim_state = 'CLAIMED') as verified,
              exists (select 1 from need_invitation where need_id = $2 and organization_id = any($1::uuid[])) as invited`,
      [organizationIds, needId],
    );
    return row ?? { verified: false, invited: false };
  }

  /** Those of some ids that are organizations. */
  async existing(organizationIds: readonly string[]): Promise<string[]> {
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
