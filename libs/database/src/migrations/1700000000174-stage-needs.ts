import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs that are announced at events. */
export class StageNeeds1700000000174 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stage_need (
        id uuid constraint stage_need_pkey primary key,
        event_id uuid not null constraint stage_need_event_id_fkey references matchmaking_event (id) on delete cascade,
        need_id uuid not null constraint stage_need_need_id_fkey references procurement_need (id) on delete cascade,
        announced_at timestamptz not null,
        announced_by uuid,
        constraint stage_need_event_id_need_id_key unique (event_id, need_id))`);
    await runner.query(`create index stage_need_need_id_idx on stage_need (need_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
