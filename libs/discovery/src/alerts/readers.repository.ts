import { Transactions } from '@app/database';
import { type Membership, Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** Reads persons as viewers, to decide in the background what they may see. */
@Injectable()
export class ReadersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Persons as viewers with their memberships of now, in one statement; never as staff, since alerts are personal. */
  async findViewers(userIds: readonly string[]): Promise<Map<string, Viewer>> {
    const rows = await this.transactions.query<Membership & { userId: string }>(
      `select user_id as "userId", organization_id as "organizationId", role
         from organization_member where user_id = any($1::uuid[])`,
      [userIds],
    );
    return new Map(
      userIds.map((id) => [
        id,
        new Viewer(
          id,
          false,
          rows.filter(({ userId }) => userId === id),
        ),
      ]),
    );
  }
}
