import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables at which one talks by call number, and the numbers drawn there. */
export class QueueTables1700000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table queue_table (
        id uuid constraint queue_table_pkey primary key,
        event_id uuid not null constraint queue_table_event_id_fkey references matchmaking_event (id) on delete cascade,
        registration_id uuid not null constraint queue_table_registration_id_fkey references event_registration (id) on delete cascade,
        label text not null,
        minutes_each int not null,
        open boolean not null,
        last_number int not null default 0,
        created_at timestamptz not null,
        constraint queue_table_event_id_label_key unique (event_id, label))`);
    await runner.query(`create index queue_table_registration_id_idx on queue_table (registration_id)`);
    await runner.query(`
      create table queue_number (
        id uuid constraint queue_number_pkey primary key,
        queue_table_id uuid not null constraint queue_number_queue_table_id_fkey references queue_table (id) on delete cascade,
        registration_id uuid not null constraint queue_number_registration_id_fkey references event_registration (id) on delete cascade,
        number int not null,
        state text not null,
        calls int not null default 0,
        drawn_at timestamptz not null,
        called_at timestamptz,
        ended_at timestamptz,
        constraint queue_number_queue_table_id_number_key unique (queue_table_id, number))`);
    await runner.query(
      `create unique index queue_number_one_at_a_time on queue_number (queue_table_id, registration_id)
         where state in ('WAITING', 'CALLED')`,
    );
    await runner.query(
      `create unique index queue_number_one_called on queue_number (queue_table_id) where state = 'CALLED'`,
    );
    await runner.query(
      `create index queue_number_registration_id_id_idx on queue_number (registration_id, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
