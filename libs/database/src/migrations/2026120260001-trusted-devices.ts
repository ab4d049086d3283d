import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers in which a person has signed in before, and one-time codes that belong to who asked for them. Codes live ten
 * minutes and those asked for before the upgrade name no requester, so they end with it.
 */
export class TrustedDevices2026120260001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table trusted_device (
        id uuid primary key,
        user_id uuid not null constraint trusted_device_user_id_fkey references app_user (id) on delete cascade,
        token_hash text not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        constraint trusted_device_token_hash_user_id_key unique (token_hash, user_id))`);
    await runner.query(`create index trusted_device_user_id_idx on trusted_device (user_id)`);
    await runner.query(`create index trusted_device_expires_at_idx on trusted_device (expires_at)`);
    await runner.query(`delete from one_time_code`);
    await runner.query(`alter table one_time_code
      drop constraint one_time_code_kind_value_purpose_key,
      add column device_hash text not null,
      add column caller text not null,
      add column caller_tries int not null,
      add constraint one_time_code_kind_value_purpose_device_hash_key unique (kind, value, purpose, device_hash)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
