import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who organizes an event together, its themes and halls, its agenda, and of which series it is an edition. */
export class EventOrganization1700000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matchmaking_event
        add column halls text[] not null default '{}',
        add column concept_ids text[] not null default '{}',
        add column chains text[] not null default '{}',
        add column co_organizer_ids uuid[] not null default '{}',
        add column invited_co_organizer_ids uuid[] not null default '{}',
        add column registration_opened_at timestamptz,
        add column registration_closes_at timestamptz,
        add column series_id uuid,
        add column copied_from_id uuid constraint matchmaking_event_copied_from_id_fkey references matchmaking_event (id)`);
    await runner.query(
      `create index matchmaking_event_series_id_starts_at_idx on matchmaking_event (series_id, starts_at)`,
    );
    await runner.query(
      `create index matchmaking_event_co_organizer_ids_idx on matchmaking_event using gin (co_organizer_ids)`,
    );
    await runner.query(`
      create table event_session (
        id uuid constraint event_session_pkey primary key,
        event_id uuid not null constraint event_session_event_id_fkey references matchmaking_event (id) on delete cascade,
        title text not null,
        description text,
        room text,
        starts_local text not null,
        ends_local text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint event_session_one_per_room
          exclude using gist (event_id with =, room with =, tstzrange(starts_at, ends_at) with &&))`);
    await runner.query(
      `create index event_session_event_id_starts_at_id_idx on event_session (event_id, starts_at, id)`,
    );
    await runner.query(`
      create table event_speaker (
        session_id uuid not null constraint event_speaker_session_id_fkey references event_session (id) on delete cascade,
        position int not null,
        event_id uuid not null,
        name text not null,
        role text,
        organization text,
        speaker_key text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint event_speaker_pkey primary key (session_id, position),
        constraint event_speaker_one_place_at_a_time
          exclude using gist (event_id with =, speaker_key with =, tstzrange(starts_at, ends_at) with &&))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
