import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations with their tiers, certificates and claims. */
export class Organizations1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization (
        id uuid constraint organization_pkey primary key,
        credit_code text not null constraint organization_credit_code_key unique,
        name text collate "C" not null,
        name_en text,
        normalised_name text collate "C" not null,
        region_code text collate "C",
        industry_code text,
        address text,
        founded_on date,
        registered_capital_amount numeric,
        registered_capital_currency text,
        business_scope text,
        headcount_band text,
        revenue_band text,
        introduction text,
        website text,
        chain_leader_of text[] not null default '{}',
        status text not null default 'ACTIVE',
        claim_state text not null default 'UNCLAIMED',
        source text not null,
        source_name text,
        profile_facts jsonb not null default '{}',
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now())`);
    await runner.query(`create index organization_name_idx on organization (name, id)`);
    await runner.query(`create index organization_normalised_name_idx on organization (normalised_name)`);
    await runner.query(`create index organization_region_code_idx on organization (region_code)`);
    await this.facts(runner);
    await runner.query(`
      create table organization_claim (
        id uuid constraint organization_claim_pkey primary key,
        organization_id uuid not null constraint organization_claim_organization_id_fkey references organization (id) on delete cascade,
        claimant_id uuid not null,
        evidence text not null,
        decision text not null,
        reason text,
        decided_by uuid,
        decided_at timestamptz,
        created_at timestamptz not null default now())`);
    await runner.query(
      `create index organization_claim_organization_id_idx on organization_claim (organization_id)`,
    );
    await runner.query(
      `create unique index organization_claim_pending_key on organization_claim (organization_id, claimant_id) where decision = 'PENDING'`,
    );
  }

  private async facts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tier_recognition (
        id uuid constraint tier_recognition_pkey primary key,
        organization_id uuid not null constraint tier_recognition_organization_id_fkey references organization (id) on delete cascade,
        level text not null,
        year int not null,
        batch text,
        valid_until date,
        evidence text,
        fact_state text not null,
        checked_by uuid,
        checked_at timestamptz,
        created_at timestamptz not null default now())`);
    await runner.query(
      `create index tier_recognition_organization_id_idx on tier_recognition (organization_id)`,
    );
    await runner.query(`
      create table organization_certificate (
        id uuid constraint organization_certificate_pkey primary key,
        organization_id uuid not null constraint organization_certificate_organization_id_fkey references organization (id) on delete cascade,
        kind_id text not null,
        number text,
        scope text,
        issuer text,
        site text,
        valid_until date,
        fact_state text not null,
        checked_by uuid,
        checked_at timestamptz,
        created_at timestamptz not null default now())`);
    await runner.query(
      `create index organization_certificate_organization_id_idx on organization_certificate (organization_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
