import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is typed into the search box: keys of names for suggestions, what was asked, and words that staff added. */
export class SearchDesk1700000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search.organization_name (
        organization_id uuid primary key references organization (id) on delete cascade,
        name text not null)`);
    await runner.query(`
      create table search.name_key (
        key text collate "C" not null,
        organization_id uuid not null references search.organization_name (organization_id) on delete cascade,
        primary key (key, organization_id))`);
    await runner.query(`create index name_key_organization on search.name_key (organization_id)`);
    await runner.query(`create table search.reader_salt (month date primary key, salt uuid not null)`);
    await runner.query(`
      create table search.asked (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        index_name text not null,
        words text collate "C" not null,
        hits int not null,
        relaxed boolean not null,
        reader text)`);
    await runner.query(`create index asked_words on search.asked (words, at)`);
    await runner.query(`create index asked_at on search.asked (at)`);
    await runner.query(`
      create table search_synonym (
        id uuid constraint search_synonym_pkey primary key,
        words text not null,
        concept_id text not null,
        added_by uuid not null,
        added_at timestamptz not null,
        undone_by uuid,
        undone_at timestamptz)`);
    await runner.query(
      `create unique index search_synonym_standing on search_synonym (words, concept_id) where undone_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
