import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supply responses: what suppliers answer to needs. */
export class Matching1700000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table supply_response (
        id uuid constraint supply_response_pkey primary key,
        need_id uuid not null constraint supply_response_need_id_fkey references procurement_need (id) on delete cascade,
        organization_id uuid not null constraint supply_response_organization_id_fkey references organization (id) on delete cascade,
        capability_id uuid constraint supply_response_capability_id_fkey references capability (id) on delete set null,
        message text not null,
        parameters jsonb not null default '[]',
        capacity_amount numeric,
        capacity_unit text,
        capacity_period text,
        lead_time_days int,
        certificates text,
        state text not null default 'SENT',
        decline_reason text,
        answered_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint supply_response_need_id_organization_id_key unique (need_id, organization_id))`);
    await runner.query(
      `create index supply_response_organization_id_id_idx on supply_response (organization_id, id)`,
    );
    await runner.query(`create index supply_response_capability_id_idx on supply_response (capability_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
