import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of meetings: who did not come, what each side says of it, and outcomes claimed by either side. */
export class MeetingOutcomes1700000000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table meeting add column absent_roles text[] not null default '{}'`);
    await runner.query(`
      create table meeting_feedback (
        id uuid constraint meeting_feedback_pkey primary key,
        meeting_id uuid not null constraint meeting_feedback_meeting_id_fkey references meeting (id) on delete cascade,
        role text not null,
        rating int not null,
        comment text,
        updated_at timestamptz not null,
        constraint meeting_feedback_rating check (rating between 1 and 5),
        constraint meeting_feedback_one_per_side unique (meeting_id, role))`);
    await runner.query(`
      create table meeting_outcome (
        id uuid constraint meeting_outcome_pkey primary key,
        meeting_id uuid not null constraint meeting_outcome_meeting_id_fkey references meeting (id) on delete cascade,
        kind text not null,
        claimed_by_buyer_at timestamptz,
        claimed_by_supplier_at timestamptz,
        constraint meeting_outcome_claimed check (claimed_by_buyer_at is not null or claimed_by_supplier_at is not null),
        constraint meeting_outcome_one_per_kind unique (meeting_id, kind))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
