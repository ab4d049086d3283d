import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log: a hash chain that nobody may change. */
export class Audit1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        id uuid constraint audit_entry_pkey primary key,
        position bigint not null,
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject_type text not null,
        subject_id uuid not null,
        ids jsonb not null default '{}',
        prev_hash text not null,
        hash text not null)`);
    await runner.query(`create unique index audit_entry_position_idx on audit_entry (position)`);
    await runner.query(`create index audit_entry_actor_id_idx on audit_entry (actor_id)`);
    await runner.query(`create index audit_entry_subject_id_idx on audit_entry (subject_id)`);
    await runner.query(`
      create function refuse_audit_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create trigger audit_entry_is_append_only before update or delete on audit_entry
        for each row execute function refuse_audit_change()`);
    await runner.query(`
      create trigger audit_entry_is_never_emptied before truncate on audit_entry
        for each statement execute function refuse_audit_change()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
