import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Automatic schedules of events: runs, what they left out, and meetings that are provisional and hold no seats. */
export class SchedulingRuns1700000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheduling_run (
        id uuid constraint scheduling_run_pkey primary key,
        event_id uuid not null constraint scheduling_run_event_id_fkey references matchmaking_event (id) on delete cascade,
        mode text not null,
        state text not null,
        phase text not null,
        seconds int not null,
        meetings int not null default 0,
        bound int,
        figures jsonb,
        advice jsonb not null default '[]',
        failure text,
        stop text,
        attempts int not null default 0,
        claim uuid,
        heartbeat_at timestamptz,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz)`);
    await runner.query(
      `create unique index scheduling_run_one_per_event on scheduling_run (event_id) where state in ('QUEUED', 'RUNNING')`,
    );
    await runner.query(`create index scheduling_run_event_id_id_idx on scheduling_run (event_id, id)`);
    await runner.query(`
      create table scheduling_left_out (
        id uuid constraint scheduling_left_out_pkey primary key,
        run_id uuid not null constraint scheduling_left_out_run_id_fkey references scheduling_run (id) on delete cascade,
        buyer_registration_id uuid not null constraint scheduling_left_out_buyer_registration_id_fkey references event_registration (id) on delete cascade,
        supplier_registration_id uuid not null constraint scheduling_left_out_supplier_registration_id_fkey references event_registration (id) on delete cascade,
        level text not null,
        cause text not null,
        meeting_id uuid constraint scheduling_left_out_meeting_id_fkey references meeting (id) on delete set null)`);
    await runner.query(`create index scheduling_left_out_run_id_id_idx on scheduling_left_out (run_id, id)`);
    await runner.query(`alter table meeting add column origin text not null default 'AGREED'`);
    await runner.query(
      `alter table meeting add column replaces_id uuid constraint meeting_replaces_id_fkey references meeting (id) on delete cascade`,
    );
    // Provisional meetings hold nothing, so that the two can still agree on another one.
    await runner.query(`drop index meeting_once_per_pair`);
    await runner.query(
      `create unique index meeting_once_per_pair on meeting (buyer_representative_id, supplier_registration_id)
         where state not in ('CANCELLED', 'PROVISIONAL')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
