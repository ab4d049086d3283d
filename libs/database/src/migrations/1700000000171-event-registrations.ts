import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come to an event and who comes: admission by role, questions, registrations, representatives. */
export class EventRegistrations1700000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_admission (
        event_id uuid not null constraint event_admission_event_id_fkey references matchmaking_event (id) on delete cascade,
        role text not null,
        capacity int,
        approval_needed boolean not null,
        offer_hours int not null,
        constraint event_admission_pkey primary key (event_id, role))`);
    await runner.query(`
      create table event_question (
        id uuid constraint event_question_pkey primary key,
        event_id uuid not null constraint event_question_event_id_fkey references matchmaking_event (id) on delete cascade,
        position int not null,
        text text not null,
        kind text not null,
        choices text[] not null default '{}',
        required boolean not null,
        constraint event_question_event_id_position_key unique (event_id, position))`);
    await runner.query(`
      create table event_registration (
        id uuid constraint event_registration_pkey primary key,
        event_id uuid not null constraint event_registration_event_id_fkey references matchmaking_event (id) on delete cascade,
        role text not null,
        organization_id uuid constraint event_registration_organization_id_fkey references organization (id) on delete cascade,
        company_name text,
        state text not null,
        priority int not null default 0,
        joined_at timestamptz not null,
        answers jsonb not null default '[]',
        decision_reason text,
        offered_at timestamptz,
        offer_expires_at timestamptz,
        walk_in boolean not null default false,
        registered_by uuid,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null)`);
    await runner.query(
      `create unique index event_registration_one_at_a_time on event_registration (event_id, organization_id)
         where state in ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED')`,
    );
    await runner.query(
      `create index event_registration_queue on event_registration (event_id, role, priority desc, joined_at, id)
         where state = 'WAITLISTED'`,
    );
    await runner.query(
      `create index event_registration_event_id_role_state_idx on event_registration (event_id, role, state)`,
    );
    await runner.query(
      `create index event_registration_organization_id_id_idx on event_registration (organization_id, id)`,
    );
    await runner.query(`
      create table event_representative (
        id uuid constraint event_representative_pkey primary key,
        registration_id uuid not null constraint event_representative_registration_id_fkey references event_registration (id) on delete cascade,
        event_id uuid not null,
        position int not null,
        user_id uuid,
        name text not null,
        job_title text,
        ticket_serial int not null default 1,
        constraint event_representative_registration_id_position_key unique (registration_id, position),
        constraint event_representative_registration_id_user_id_key unique (registration_id, user_id))`);
    await runner.query(`create index event_representative_event_id_idx on event_representative (event_id)`);
    await runner.query(`create index event_representative_user_id_idx on event_representative (user_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
