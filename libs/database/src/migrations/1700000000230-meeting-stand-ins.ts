import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took whose seat in a meeting. */
export class MeetingStandIns1700000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_stand_in (
        id uuid constraint meeting_stand_in_pkey primary key,
        meeting_id uuid not null constraint meeting_stand_in_meeting_id_fkey references meeting (id) on delete cascade,
        role text not null,
        left_representative_id uuid not null
          constraint meeting_stand_in_left_representative_id_fkey references event_representative (id) on delete cascade,
        representative_id uuid not null
          constraint meeting_stand_in_representative_id_fkey references event_representative (id) on delete cascade,
        named_at timestamptz not null)`);
    await runner.query(`create index meeting_stand_in_meeting_id_idx on meeting_stand_in (meeting_id)`);
    await runner.query(
      `create index meeting_stand_in_left_representative_id_idx on meeting_stand_in (left_representative_id)`,
    );
    await runner.query(
      `create index meeting_stand_in_representative_id_idx on meeting_stand_in (representative_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
