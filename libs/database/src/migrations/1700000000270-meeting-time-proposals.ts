import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request may propose another time for a meeting that stands. */
export class MeetingTimeProposals1700000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table meeting_request
         add column meeting_id uuid constraint meeting_request_meeting_id_fkey references meeting (id) on delete cascade`,
    );
    await runner.query(`create index meeting_request_meeting_id_idx on meeting_request (meeting_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
