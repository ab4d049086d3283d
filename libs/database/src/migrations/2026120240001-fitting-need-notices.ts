import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which suppliers were told of which needs that fit, and whether a digest has named them. */
export class FittingNeedNotices2026120240001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fitting_need_notice (
        need_id uuid not null constraint fitting_need_notice_need_id_fkey references procurement_need (id) on delete cascade,
        organization_id uuid not null constraint fitting_need_notice_organization_id_fkey references organization (id) on delete cascade,
        told_at timestamptz not null,
        digested_at timestamptz,
        constraint fitting_need_notice_pkey primary key (need_id, organization_id))`);
    await runner.query(
      `create index fitting_need_notice_organization_id_told_at_idx on fitting_need_notice (organization_id, told_at)`,
    );
    await runner.query(
      `create index fitting_need_notice_undigested on fitting_need_notice (told_at) where digested_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
