import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** All queries on the table of notices of fitting needs. */
@Injectable()
export class FittingNeedNoticesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Lets one transaction at a time send notices, so that limits hold. */
  async lockNotices(): Promise<void> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtext('fitting-need-notices'))`);
  }

  /** The suppliers that got a notice of a need. */
  async findNotifiedSuppliers(needId: string): Promise<Set<string>> {
    const rows = await this.transactions.query<{ id: string }>(
      'select organization_id as id from fitting_need_notice where need_id = $1',
      [needId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Notices of some suppliers since an instant; suppliers without any are missing. */
  async countNoticesSince(organizationIds: readonly string[], since: Date): Promise<Map<string, number>> {
    const rows = await this.transactions.query<{ id: string; count: number }>(
      `select organization_id as id, count(*)::int as count from fitting_need_notice
        where organization_id = any($1::uuid[]) and told_at > $2 group by organization_id`,
      [organizationIds, since],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Stores that suppliers got a notice of a need. */
  async addNotices(needId: string, organizationIds: readonly string[], at: Date): Promise<void> {
    await this.transactions.query(
      `insert into fitting_need_notice (need_id, organization_id, told_at)
       select $1, id, $3 from unnest($2::uuid[]) as id on conflict do nothing`,
      [needId, organizationIds, at],
    );
  }

  /** Suppliers with notices from before an instant that no digest has named. */
  async findSuppliersDue(before: Date, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select distinct organization_id as id from fitting_need_notice
        where digested_at is null and told_at < $1 order by id limit $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Marks the due notices of a supplier as named by its digest; returns the needs, oldest notice first. */
  async markDigested(organizationId: string, before: Date, at: Date): Promise<string[]> {
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
