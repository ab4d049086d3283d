import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization does not want to be proposed: hidden matches, and organizations that it blocked. */
export class Exclusions1700000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hidden_match (
        id uuid constraint hidden_match_pkey primary key,
        organization_id uuid not null constraint hidden_match_organization_id_fkey references organization (id) on delete cascade,
        need_id uuid not null constraint hidden_match_need_id_fkey references procurement_need (id) on delete cascade,
        supplier_id uuid not null constraint hidden_match_supplier_id_fkey references organization (id) on delete cascade,
        hidden_by_id uuid,
        hidden_at timestamptz not null,
        constraint hidden_match_organization_id_need_id_supplier_id_key unique (organization_id, need_id, supplier_id))`);
    await runner.query(
      `create index hidden_match_organization_id_id_idx on hidden_match (organization_id, id)`,
    );
    await runner.query(`create index hidden_match_need_id_idx on hidden_match (need_id)`);
    await runner.query(`create index hidden_match_supplier_id_idx on hidden_match (supplier_id)`);
    await runner.query(`
      create table blocked_organization (
        id uuid constraint blocked_organization_pkey primary key,
        organization_id uuid not null constraint blocked_organization_organization_id_fkey references organization (id) on delete cascade,
        blocked_id uuid not null constraint blocked_organization_blocked_id_fkey references organization (id) on delete cascade,
        blocked_by_id uuid,
        blocked_at timestamptz not null,
        constraint blocked_organization_organization_id_blocked_id_key unique (organization_id, blocked_id),
        constraint blocked_organization_not_itself check (organization_id <> blocked_id))`);
    await runner.query(
      `create index blocked_organization_organization_id_id_idx on blocked_organization (organization_id, id)`,
    );
    await runner.query(
      `create index blocked_organization_blocked_id_idx on blocked_organization (blocked_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
