import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Every query on which suppliers were told of which needs. */
@Injectable()
export class FittingNeedNoticesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whoever tells suppliers waits here until all others have, so that limits hold; until the transaction ends. */
  async lockTelling(): Promise<void> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtext('fitting-need-notices'))`);
  }

  /** The suppliers that were told of a need. */
  async toldOf(needId: string): Promise<Set<string>> {
    const rows = await this.transactions.query<{ id: string }>(
      'select organization_id as id from fitting_need_notice where need_id = $1',
      [needId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Of some suppliers, how many needs each was told of since an instant; none is missing. */
  async countsSince(organizationIds: readonly string[], since: Date): Promise<Map<string, number>> {
    const rows = await this.transactions.query<{ id: string; count: number }>(
      `select organization_id as id, count(*)::int as count from fitting_need_notice
        where organization_id = any($1::uuid[]) and told_at > $2 group by organization_id`,
      [organizationIds, since],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Writes down that suppliers are told of a need. */
  async add(needId: string, organizationIds: readonly string[], at: Date): Promise<void> {
    await this.transactions.query(
      `insert into fitting_need_notice (need_id, organization_id, told_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing`,
      [needId, organizationIds, at],
    );
  }

  /** Suppliers with needs of which they were told before an instant and that no digest has named. */
  async dueBefore(before: Date, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select distinct organization_id as id from fitting_need_notice
        where digested_at is null and told_at < $1 order by id limit $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Marks all that is due for a supplier's digest as named by it; gives the needs, the first told first. */
  async digest(organizationId: string, before: Date, at: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `with due as (
         update fitting_need_notice set digested_at = $3
          where organization_id = $1 and digested_at is null and told_at < $2
         returning need_id, told_at)
       select need_id as id from due order by told_at, need_id`,
      [organizationId, before, at],
    );
    return rows.map(({ id }) => id);
  }
}
