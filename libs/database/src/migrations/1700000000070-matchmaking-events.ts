import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matchmaking events: where buyers and suppliers are brought together. */
export class MatchmakingEvents1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matchmaking_event (
        id uuid constraint matchmaking_event_pkey primary key,
        organization_id uuid not null constraint matchmaking_event_organization_id_fkey references organization (id),
        kind text not null,
        state text not null default 'DRAFT',
        title text not null,
        description text,
        region_code text,
        venue text,
        address text,
        online_url text,
        zone text not null,
        starts_local text not null,
        starts_occurrence text,
        ends_local text not null,
        ends_occurrence text,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        industry_codes text[] not null default '{}',
        themes text[] not null default '{}',
        extracted_concepts jsonb not null default '[]',
        cancellation_reason text,
        published_at timestamptz,
        cancelled_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now())`);
    await runner.query(
      `create index matchmaking_event_organization_id_starts_at_id_idx on matchmaking_event (organization_id, starts_at, id)`,
    );
    await runner.query(
      `create index matchmaking_event_listed on matchmaking_event (starts_at, id) where published_at is not null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
