import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What persons were told, and by which ways they want to be told. */
export class NotificationsInbox1700000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid constraint notification_pkey primary key,
        user_id uuid not null constraint notification_user_id_fkey references app_user (id) on delete cascade,
        organization_id uuid constraint notification_organization_id_fkey references organization (id) on delete cascade,
        kind text not null,
        code text not null,
        params jsonb not null,
        words jsonb not null,
        target_type text,
        target_key uuid,
        origin text not null,
        listed boolean not null,
        created_at timestamptz not null,
        read_at timestamptz,
        constraint notification_user_id_origin_key unique (user_id, origin))`);
    await runner.query(`create index notification_user_id_id_idx on notification (user_id, id)`);
    await runner.query(`create index notification_organization_id_idx on notification (organization_id)`);
    await runner.query(
      `create index notification_unread on notification (user_id, id) where read_at is null and listed`,
    );
    await runner.query(`
      create table notification_preference (
        user_id uuid not null constraint notification_preference_user_id_fkey references app_user (id) on delete cascade,
        kind text not null,
        channel text not null,
        wanted boolean not null,
        constraint notification_preference_pkey primary key (user_id, kind, channel))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
