import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, how they prove who they are, and the organizations they act for. */
export class Identity1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createPersons(runner);
    await this.createCodes(runner);
    await this.createMembers(runner);
  }

  private async createPersons(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app_user (
        id uuid primary key,
        name text not null,
        locale text not null,
        password_hash text,
        created_at timestamptz not null)`);
    await runner.query(`
      create table user_identifier (
        id uuid primary key,
        user_id uuid not null constraint user_identifier_user_id_fkey references app_user (id) on delete cascade,
        kind text not null,
        value text not null,
        verified_at timestamptz not null,
        constraint user_identifier_kind_value_key unique (kind, value))`);
    await runner.query(`create index user_identifier_user_id_idx on user_identifier (user_id)`);
    await runner.query(`
      create table user_session (
        id uuid primary key,
        user_id uuid not null constraint user_session_user_id_fkey references app_user (id) on delete cascade,
        token_hash text not null constraint user_session_token_hash_key unique,
        address text not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null)`);
    await runner.query(`create index user_session_user_id_idx on user_session (user_id)`);
    await runner.query(`create index user_session_expires_at_idx on user_session (expires_at)`);
    await runner.query(`
      create table platform_staff (
        user_id uuid primary key constraint platform_staff_user_id_fkey references app_user (id) on delete cascade,
        granted_at timestamptz not null)`);
  }

  private async createCodes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table one_time_code (
        id uuid primary key,
        kind text not null,
        value text not null,
        purpose text not null,
        code_hash text not null,
        tries int not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint one_time_code_kind_value_purpose_key unique (kind, value, purpose))`);
    await runner.query(`create index one_time_code_expires_at_idx on one_time_code (expires_at)`);
    await runner.query(`
      create table attempt_counter (
        key text primary key,
        count int not null,
        since timestamptz not null,
        blocked_until timestamptz)`);
    await runner.query(`create index attempt_counter_since_idx on attempt_counter (since)`);
  }

  private async createMembers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_member (
        id uuid primary key,
        organization_id uuid not null,
        user_id uuid not null constraint organization_member_user_id_fkey references app_user (id) on delete cascade,
        role text not null,
        joined_at timestamptz not null,
        constraint organization_member_organization_id_user_id_key unique (organization_id, user_id))`);
    await runner.query(`create index organization_member_user_id_idx on organization_member (user_id)`);
    await runner.query(`
      create table invitation (
        id uuid primary key,
        organization_id uuid not null,
        kind text not null,
        value text not null,
        role text not null,
        token_hash text not null constraint invitation_token_hash_key unique,
        state text not null,
        invited_by_id uuid constraint invitation_invited_by_id_fkey references app_user (id) on delete set null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz)`);
    await runner.query(`
      create unique index invitation_pending on invitation (kind, value, organization_id) where state = 'PENDING'`);
    await runner.query(`create index invitation_organization_id_id_idx on invitation (organization_id, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
