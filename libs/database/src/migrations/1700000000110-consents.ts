import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of consents, which only grows, and the accounts whose persons have gone. */
export class Consents1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_entry (
        id uuid constraint consent_entry_pkey primary key,
        user_id uuid not null constraint consent_entry_user_id_fkey references app_user (id),
        purpose text not null,
        recipient_id uuid,
        act text not null,
        text_version text not null,
        locale text not null,
        session_id uuid,
        at timestamptz not null)`);
    await runner.query(`create index consent_entry_user_id_idx on consent_entry (user_id)`);
    await runner.query(`create index consent_entry_recipient_id_idx on consent_entry (recipient_id)`);
    await runner.query(`
      create function refuse_consent_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the consent ledger is append-only' using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create trigger consent_entry_is_append_only before update or delete on consent_entry
        for each row execute function refuse_consent_change()`);
    await runner.query(`
      create trigger consent_entry_is_never_emptied before truncate on consent_entry
        for each statement execute function refuse_consent_change()`);
    await runner.query(`
      create table erased_account (
        user_id uuid constraint erased_account_pkey primary key
          constraint erased_account_user_id_fkey references app_user (id),
        erased_at timestamptz not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
