import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What outcomes are worth, as either side says, and which side says that nothing more will come of a meeting. */
export class OutcomeThreads1700000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting_outcome
        add column amount_by_buyer numeric,
        add column amount_by_supplier numeric,
        add constraint meeting_outcome_amounts check (amount_by_buyer > 0 and amount_by_supplier > 0)`);
    await runner.query(`
      create table meeting_thread_end (
        meeting_id uuid not null constraint meeting_thread_end_meeting_id_fkey references meeting (id) on delete cascade,
        role text not null,
        ended_at timestamptz not null,
        constraint meeting_thread_end_pkey primary key (meeting_id, role))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
