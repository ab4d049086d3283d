import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { ErasedAccount } from '../users/user.entity.js';
import type { DataSubject } from './personal-data-holder.js';

/** The queries that collect and remove what identity holds on a person. */
@Injectable()
export class PersonalDataRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The person's account, locked until the transaction ends; false when the person has gone. */
  async lockAccount(userId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `select 1 from app_user u where u.id = $1
          and not exists (select from erased_account e where e.user_id = u.id) for update`,
      [userId],
    );
    return rows.length > 0;
  }

  /** The organizations that a person owns, in one order for all who lock them. */
  async findOwnedOrganizations(userId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select organization_id as id from organization_member where user_id = $1 and role = 'OWNER' order by 1`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Every row of a person in a table, without the columns that are secrets. */
  async findRows(table: ExportedTable, userId: string): Promise<object[]> {
    const { columns, of } = EXPORTED[table];
    return this.transactions.query<object>(`select ${columns} from ${table} where ${of} = $1 order by 1`, [
      userId,
    ]);
  }

  /** Invitations that went to the person's numbers and addresses. */
  async findInvitations({ identifiers }: DataSubject): Promise<object[]> {
    return this.transactions.query<object>(
      `select i.created_at as "createdAt", i.organization_id as "organizationId", i.role, i.state, i.kind, i.value
         from invitation i join jsonb_to_recordset($1::jsonb) as mine(kind text, value text)
           on mine.kind = i.kind and mine.value = i.value order by 1`,
      [JSON.stringify(identifiers)],
    );
  }

  /** Removes what only served the person, and puts a name in the account's place that says nothing. */
  async deletePersonalData({ userId, identifiers }: DataSubject, pseudonym: string): Promise<void> {
    for (const table of ['one_time_code', 'invitation'])
      await this.transactions.query(
        `delete from ${table} t using jsonb_to_recordset($1::jsonb) as mine(kind text, value text)
          where mine.kind = t.kind and mine.value = t.value`,
        [JSON.stringify(identifiers)],
      );
    for (const table of [
      'user_session',
      'trusted_device',
      'user_identifier',
      'organization_member',
      'platform_staff',
    ])
      await this.transactions.query(`delete from ${table} where user_id = $1`, [userId]);
    await this.transactions.query(
      `update invitation set state = 'REVOKED', answered_at = now() where invited_by_id = $1 and state = 'PENDING'`,
      [userId],
    );
    await this.transactions.query(`delete from client_mutation where actor_id = $1`, [userId]);
    await this.transactions.query(`update app_user set name = $2, password_hash = null where id = $1`, [
      userId,
      pseudonym,
    ]);
  }

  /** Notes that a person has gone. */
  async insertErasedAccount(userId: string, erasedAt: Date): Promise<void> {
    await this.transactions.manager.getRepository(ErasedAccount).insert({ userId, erasedAt });
  }
}

/** What is exported of each table, and which column says whose a row is. */
const EXPORTED = {
  app_user: { of: 'id', columns: 'id, name, locale, created_at as "createdAt"' },
  user_identifier: { of: 'user_id', columns: 'verified_at as "verifiedAt", kind, value' },
  user_session: {
    of: 'user_id',
    columns: 'created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", address',
  },
  trusted_device: {
    of: 'user_id',
    columns: 'created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"',
  },
  organization_member: {
    of: 'user_id',
    columns: 'joined_at as "joinedAt", organization_id as "organizationId", role',
  },
  platform_staff: { of: 'user_id', columns: 'granted_at as "grantedAt"' },
  invitation: {
    of: 'invited_by_id',
    columns: 'created_at as "createdAt", organization_id as "organizationId", role, state, kind, value',
  },
} as const;

/** A table of identity's whose rows belong to one person each. */
export type ExportedTable = keyof typeof EXPORTED;
