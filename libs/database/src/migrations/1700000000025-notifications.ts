import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that have not left yet. */
export class Notifications1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outgoing_message (
        id uuid primary key,
        channel text not null,
        recipient text not null,
        template text not null,
        params jsonb not null,
        locale text not null,
        ordered_at timestamptz not null,
        useless_after timestamptz not null)`);
    await runner.query(`create index outgoing_message_useless_after_idx on outgoing_message (useless_after)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
