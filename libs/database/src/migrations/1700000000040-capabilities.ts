import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Capabilities: what suppliers can do. */
export class Capabilities1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capability (
        id uuid constraint capability_pkey primary key,
        organization_id uuid not null constraint capability_organization_id_fkey references organization (id) on delete cascade,
        kind text not null,
        state text not null default 'DRAFT',
        title text not null,
        description text,
        concepts jsonb not null default '[]',
        concepts_corrected boolean not null default false,
        parameters jsonb not null default '[]',
        industry_code text,
        materials text[] not null default '{}',
        processes text[] not null default '{}',
        specification text,
        certificate_ids uuid[],
        capacity_amount numeric,
        capacity_unit text,
        capacity_period text,
        minimum_order_amount numeric,
        minimum_order_unit text,
        price_min numeric,
        price_max numeric,
        price_currency text,
        price_tax_included boolean,
        price_basis text,
        lead_time_days int,
        regions_served text[] not null default '{}',
        first_set_level text,
        innovation_catalogue boolean not null default false,
        fact_state text not null,
        facts_confirmed_at jsonb not null default '{}',
        source_phrase text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now())`);
    await runner.query(`create index capability_organization_id_id_idx on capability (organization_id, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
