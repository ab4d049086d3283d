import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { ImportedOrganization } from './rows/imported-organization.js';

/** Key of the advisory lock that lets one import run at a time. */
const IMPORT_LOCK = 7012;

/** What became of a batch of rows. */
export interface BatchOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Inserts what is new and updates what differs, by credit code. A profile that somebody has claimed is not touched:
 * what its members declared wins over any list.
 */
const MERGE = `
  with row as (
    select * from jsonb_to_recordset($1::jsonb) as r(
      id uuid, "creditCode" text, name text, "normalisedName" text, "regionCode" text, address text, "foundedOn" date,
      "capitalAmount" numeric, "capitalCurrency" text, "businessScope" text)),
  merged as (
    insert into organization as o (id, credit_code, name, normalised_name, region_code, address, founded_on,
        registered_capital_amount, registered_capital_currency, business_scope, source, source_name)
    select id, "creditCode", name, "normalisedName", "regionCode", address, "foundedOn",
        "capitalAmount", "capitalCurrency", "businessScope", 'IMPORTED', $2 from row
    on conflict (credit_code) do update set
        name = excluded.name, normalised_name = excluded.normalised_name,
        region_code = coalesce(excluded.region_code, o.region_code), address = coalesce(excluded.address, o.address),
        founded_on = coalesce(excluded.founded_on, o.founded_on),
        registered_capital_amount = coalesce(excluded.registered_capital_amount, o.registered_capital_amount),
        registered_capital_currency = coalesce(excluded.registered_capital_currency, o.registered_capital_currency),
        business_scope = coalesce(excluded.business_scope, o.business_scope),
        source_name = excluded.source_name, version = o.version + 1, updated_at = now()
      where o.claim_state = 'UNCLAIMED' and (
        o.name, o.region_code, o.address, o.founded_on, o.registered_capital_amount, o.registered_capital_currency, o.business_scope)
        is distinct from (
        excluded.name, coalesce(excluded.region_code, o.region_code), coalesce(excluded.address, o.address),
        coalesce(excluded.founded_on, o.founded_on), coalesce(excluded.registered_capital_amount, o.registered_capital_amount),
        coalesce(excluded.registered_capital_currency, o.registered_capital_currency), coalesce(excluded.business_scope, o.business_scope))
    returning (xmax = 0) as created)
  select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated from merged`;

/** The statements of an import of organizations. */
@Injectable()
export class OrganizationImportRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes the import lock until the running transaction ends; false when another import holds it. */
  async lock(): Promise<boolean> {
    const [row] = await this.transactions.query<{ locked: boolean }>(
      'select pg_try_advisory_xact_lock($1) as locked',
      [IMPORT_LOCK],
    );
    return row?.locked ?? false;
  }

  /** Merges rows into the organizations; no credit code twice in one batch. */
  async merge(rows: readonly ImportedOrganization[], sourceName: string): Promise<BatchOutcome> {
    const batch = rows.map((row) => ({ id: newId(), ...row }));
    const [outcome] = await this.transactions.query<{ created: number; updated: number }>(MERGE, [
      JSON.stringify(batch),
      sourceName,
    ]);
    const { created = 0, updated = 0 } = outcome ?? {};
    return { created, updated, unchanged: rows.length - created - updated };
  }
}
