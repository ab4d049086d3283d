import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret addresses of persons' calendars. */
export class CalendarFeeds1700000000173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        user_id uuid constraint calendar_feed_pkey primary key
          constraint calendar_feed_user_id_fkey references app_user (id) on delete cascade,
        token_hash text not null constraint calendar_feed_token_hash_key unique,
        created_at timestamptz not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
