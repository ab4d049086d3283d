import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 1:1 meetings at events: slots, tables, requests, meetings, and the seats that guard against two at once. */
export class Meetings1700000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_slot (
        id uuid constraint meeting_slot_pkey primary key,
        event_id uuid not null constraint meeting_slot_event_id_fkey references matchmaking_event (id) on delete cascade,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint meeting_slot_in_order check (starts_at < ends_at),
        constraint meeting_slot_apart exclude using gist (event_id with =, tstzrange(starts_at, ends_at) with &&))`);
    await runner.query(`
      create table meeting_table (
        id uuid constraint meeting_table_pkey primary key,
        event_id uuid not null constraint meeting_table_event_id_fkey references matchmaking_event (id) on delete cascade,
        label text not null,
        constraint meeting_table_event_id_label_key unique (event_id, label))`);
    await runner.query(`
      create table meeting_request (
        id uuid constraint meeting_request_pkey primary key,
        event_id uuid not null constraint meeting_request_event_id_fkey references matchmaking_event (id) on delete cascade,
        from_registration_id uuid not null constraint meeting_request_from_registration_id_fkey references event_registration (id) on delete cascade,
        to_registration_id uuid not null constraint meeting_request_to_registration_id_fkey references event_registration (id) on delete cascade,
        slot_id uuid not null constraint meeting_request_slot_id_fkey references meeting_slot (id) on delete cascade,
        state text not null,
        message text,
        expires_at timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null)`);
    await runner.query(
      `create index meeting_request_from_registration_id_id_idx on meeting_request (from_registration_id, id)`,
    );
    await runner.query(
      `create index meeting_request_to_registration_id_id_idx on meeting_request (to_registration_id, id)`,
    );
    await runner.query(`
      create table meeting (
        id uuid constraint meeting_pkey primary key,
        event_id uuid not null constraint meeting_event_id_fkey references matchmaking_event (id) on delete cascade,
        buyer_registration_id uuid not null constraint meeting_buyer_registration_id_fkey references event_registration (id) on delete cascade,
        supplier_registration_id uuid not null constraint meeting_supplier_registration_id_fkey references event_registration (id) on delete cascade,
        buyer_representative_id uuid not null,
        supplier_representative_id uuid not null,
        slot_id uuid not null constraint meeting_slot_id_fkey references meeting_slot (id),
        table_id uuid not null constraint meeting_table_id_fkey references meeting_table (id),
        state text not null,
        locked boolean not null default false,
        cancellation_reason text,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null)`);
    await runner.query(
      `create unique index meeting_once_per_pair on meeting (buyer_representative_id, supplier_registration_id)
         where state <> 'CANCELLED'`,
    );
    await runner.query(`create index meeting_event_id_id_idx on meeting (event_id, id)`);
    await runner.query(`create index meeting_buyer_registration_id_idx on meeting (buyer_registration_id)`);
    await runner.query(
      `create index meeting_supplier_registration_id_idx on meeting (supplier_registration_id)`,
    );
    await runner.query(`
      create table meeting_seat (
        id uuid constraint meeting_seat_pkey primary key,
        meeting_id uuid not null constraint meeting_seat_meeting_id_fkey references meeting (id) on delete cascade,
        slot_id uuid not null constraint meeting_seat_slot_id_fkey references meeting_slot (id),
        representative_id uuid,
        table_id uuid constraint meeting_seat_table_id_fkey references meeting_table (id),
        constraint meeting_seat_representative_id_slot_id_key unique (representative_id, slot_id) deferrable initially immediate,
        constraint meeting_seat_table_id_slot_id_key unique (table_id, slot_id) deferrable initially immediate)`);
    await runner.query(`create index meeting_seat_meeting_id_idx on meeting_seat (meeting_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
