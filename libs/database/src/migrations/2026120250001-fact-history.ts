import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What certificates and recognitions said before they were changed or withdrawn. */
export class FactHistory2026120250001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_fact_history (
        id uuid constraint organization_fact_history_pkey primary key,
        organization_id uuid not null constraint organization_fact_history_organization_id_fkey references organization (id) on delete cascade,
        certificate_id uuid,
        tier_recognition_id uuid,
        change text not null,
        stated jsonb not null,
        fact_state text not null,
        checked_by uuid,
        checked_at timestamptz,
        reason text,
        changed_by uuid not null,
        changed_at timestamptz not null)`);
    await runner.query(
      `create index organization_fact_history_organization_id_idx on organization_fact_history (organization_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
