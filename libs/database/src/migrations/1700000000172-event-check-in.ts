import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign the tickets of events, and who came. */
export class EventCheckIn1700000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_ticket_key (
        event_id uuid constraint event_ticket_key_pkey primary key
          constraint event_ticket_key_event_id_fkey references matchmaking_event (id) on delete cascade,
        public_key text not null,
        private_key text not null,
        created_at timestamptz not null)`);
    await runner.query(`
      create table event_check_in (
        id uuid constraint event_check_in_pkey primary key,
        event_id uuid not null constraint event_check_in_event_id_fkey references matchmaking_event (id) on delete cascade,
        representative_id uuid not null
          constraint event_check_in_representative_id_fkey references event_representative (id) on delete cascade,
        device text not null,
        at timestamptz not null,
        received_at timestamptz not null,
        checked_in_by uuid)`);
    await runner.query(
      `create index event_check_in_representative_id_at_id_idx on event_check_in (representative_id, at, id)`,
    );
    await runner.query(`create index event_check_in_event_id_idx on event_check_in (event_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
