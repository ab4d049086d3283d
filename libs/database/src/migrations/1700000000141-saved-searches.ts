import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved searches, and of which listings whom they told. */
export class SavedSearches1700000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_search (
        id uuid constraint saved_search_pkey primary key,
        user_id uuid not null constraint saved_search_user_id_fkey references app_user (id) on delete cascade,
        name text not null,
        subject text not null,
        listing_index text not null,
        text text,
        filter_input jsonb,
        conditions jsonb,
        need_id uuid constraint saved_search_need_id_fkey references procurement_need (id) on delete cascade,
        capability_id uuid constraint saved_search_capability_id_fkey references capability (id) on delete cascade,
        organization_id uuid
          constraint saved_search_organization_id_fkey references organization (id) on delete cascade,
        keys text[] not null,
        frequency text not null,
        paused boolean not null default false,
        zone text not null,
        next_digest_at timestamptz not null,
        unsubscribe_token text not null,
        last_alert_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint saved_search_unsubscribe_token_key unique (unsubscribe_token))`);
    await runner.query(`create index saved_search_user_id_id_idx on saved_search (user_id, id)`);
    await runner.query(`create index saved_search_need_id_idx on saved_search (need_id)`);
    await runner.query(`create index saved_search_capability_id_idx on saved_search (capability_id)`);
    await runner.query(`create index saved_search_organization_id_idx on saved_search (organization_id)`);
    await runner.query(`create index saved_search_keys_idx on saved_search using gin (keys)`);
    await runner.query(`
      create table listing_alert (
        id uuid constraint listing_alert_pkey primary key,
        user_id uuid not null constraint listing_alert_user_id_fkey references app_user (id) on delete cascade,
        saved_search_id uuid
          constraint listing_alert_saved_search_id_fkey references saved_search (id) on delete set null,
        listing_type text not null,
        listing_id uuid not null,
        found_at timestamptz not null,
        settled_at timestamptz,
        constraint listing_alert_user_id_listing_type_listing_id_key unique (user_id, listing_type, listing_id))`);
    await runner.query(`create index listing_alert_saved_search_id_idx on listing_alert (saved_search_id)`);
    await runner.query(
      `create index listing_alert_open_idx on listing_alert (saved_search_id, id) where settled_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
