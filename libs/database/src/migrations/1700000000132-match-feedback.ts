import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the two sides say of matches. */
export class MatchFeedback1700000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table match_feedback (
        id uuid constraint match_feedback_pkey primary key,
        organization_id uuid not null constraint match_feedback_organization_id_fkey references organization (id) on delete cascade,
        need_id uuid not null constraint match_feedback_need_id_fkey references procurement_need (id) on delete cascade,
        capability_id uuid not null constraint match_feedback_capability_id_fkey references capability (id) on delete cascade,
        verdict text not null,
        reason text,
        words text,
        score numeric not null,
        weights_version text not null,
        given_by_id uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint match_feedback_organization_id_need_id_capability_id_key unique (organization_id, need_id, capability_id),
        constraint match_feedback_reason_of_a_misfit check ((verdict = 'DOES_NOT_FIT') = (reason is not null)))`);
    await runner.query(
      `create index match_feedback_organization_id_id_idx on match_feedback (organization_id, id)`,
    );
    await runner.query(
      `create index match_feedback_need_id_capability_id_idx on match_feedback (need_id, capability_id)`,
    );
    await runner.query(`create index match_feedback_capability_id_idx on match_feedback (capability_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
