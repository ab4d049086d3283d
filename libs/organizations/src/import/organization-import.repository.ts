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
      id uuid, "creditCode" text, name text, "normalisedName" text, "regionCode" text, "industryCode" text, address text, "foundedOn" date,
      "capitalAmount" numeric, "capitalCurrency" text, "businessScope" text)),
  merged as (
    insert into organization as o (id, credit_code, name, normalised_name, region_code, industry_code, address,
        founded_on, registered_capital_amount, registered_capital_currency, business_scope, source, source_name)
    select id, "creditCode", name, "normalisedName", "regionCode", "industryCode", address, "foundedOn",
        "capitalAmount", "capitalCurrency", "businessScope", 'IMPORTED', $2 from row
    on conflict (credit_code) do update set
        name = excluded.name, normalised_name = excluded.normalised_name,
        region_code = coalesce(excluded.region_code, o.region_code),
        industry_code = coalesce(excluded.industry_code, o.industry_code), address = coalesce(excluded.address, o.address),
        founded_on = coalesce(excluded.founded_on, o.founded_on),
        registered_capital_amount = coalesce(excluded.registered_capital_amount, o.registered_capital_amount),
        registered_capital_currency = coalesce(excluded.registered_capital_currency, o.registered_capital_currency),
        business_scope = coalesce(excluded.business_scope, o.business_scope),
        source_name = excluded.source_name, version = o.version + 1, updated_at = now()
      where o.claim_state = 'UNCLAIMED' and (
        o.name, o.region_code, o.industry_code, o.address, o.founded_on, o.registered_capital_amount, o.registered_capital_currency, o.business_scope)
        is distinct from (
        excluded.name, coalesce(excluded.region_code, o.region_code), coalesce(excluded.industry_code, o.industry_code),
        coalesce(excluded.address, o.address), coalesce(excluded.founded_on, o.founded_on), coalesce(excluded.registered_capital_amount, o.registered_capital_amount),
        coalesce(excluded.registered_capital_currency, o.registered_capital_currency), coalesce(excluded.business_scope, o.business_scope))
    returning (xmax = 0) as created)
  select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated from merged`;

/**
 * Adds recognitions that a list states and that are not known yet, with the list as their evidence. Of organizations
 * that nothing else in this import changed, the version goes up; their number is given.
 */
const ADD_TIERS = `
  with tier as (
    select * from jsonb_to_recordset($1::jsonb) as t(id uuid, "creditCode" text, level text, year int, batch text)),
  added as (
    insert into tier_recognition (id, organization_id, level, year, batch, evidence, fact_state)
    select t.id, o.id, t.level, t.year, t.batch, $2, 'IMPORTED'
      from tier t join organization o on o.credit_code = t."creditCode" and o.claim_state = 'UNCLAIMED'
     where not exists (
       select 1 from tier_recognition h where h.organization_id = o.id and h.level = t.level and h.year = t.year)
    returning organization_id),
  touched as (
    update organization o set version = o.version + 1, updated_at = now(), source_name = $2
     where o.id in (select organization_id from added) and o.updated_at <> now()
    returning o.id)
  select count(*)::int as touched from touched`;

/** The statements of an import of organizations. */
@Injectable()
export class OrganizationImportRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes the import lock until the running transaction ends; false when another import holds it. */
  async lockImport(): Promise<boolean> {
    const [row] = await this.transactions.query<{ locked: boolean }>(
      'select pg_try_advisory_xact_lock($1) as locked',
      [IMPORT_LOCK],
    );
    return row?.locked ?? false;
  }

  /** Merges rows into the organizations; no credit code twice in one batch. */
  async mergeRows(rows: readonly ImportedOrganization[], sourceName: string): Promise<BatchOutcome> {
    const batch = rows.map(({ tiers: _, ...row }) => ({ id: newId(), ...row }));
    const [outcome] = await this.transactions.query<{ created: number; updated: number }>(MERGE, [
      JSON.stringify(batch),
      sourceName,
    ]);
    const created = outcome?.created ?? 0;
    const updated = (outcome?.updated ?? 0) + (await this.addTiers(rows, sourceName));
    return { created, updated, unchanged: rows.length - created - updated };
  }

  private async addTiers(rows: readonly ImportedOrganization[], sourceName: string): Promise<number> {
    const tiers = rows.flatMap((row) =>
      row.tiers.map((tier) => ({ id: newId(), creditCode: row.creditCode, ...tier })),
    );
    if (tiers.length === 0) return 0;
    const [outcome] = await this.transactions.query<{ touched: number }>(ADD_TIERS, [
      JSON.stringify(tiers),
      sourceName,
    ]);
    return outcome?.touched ?? 0;
  }
}
