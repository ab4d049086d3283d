import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vectors of texts by an outside model: the models, what they computed, and the texts that wait for it. */
export class TextVectors1700000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table embedding_model (
        id bigint generated always as identity constraint embedding_model_pkey primary key,
        name text not null,
        version text not null,
        dimensions int not null,
        state text not null constraint embedding_model_state_check check (state in ('COMPUTING', 'CURRENT', 'RETIRED')),
        began_at timestamptz not null,
        current_at timestamptz,
        retired_at timestamptz,
        swept_after uuid,
        swept_at timestamptz,
        unrelated double precision not null default 0.5,
        trouble text,
        constraint embedding_model_name_key unique (name, version, dimensions))`);
    await runner.query(
      `create unique index embedding_model_current_key on embedding_model (state) where state = 'CURRENT'`,
    );
    await runner.query(`
      create table text_vector (
        model_id bigint not null constraint text_vector_model_id_fkey references embedding_model on delete cascade,
        hash bytea not null,
        components bytea not null,
        computed_on date not null default current_date,
        constraint text_vector_pkey primary key (model_id, hash))`);
    await runner.query(`
      create table listing_text (
        listing_id uuid constraint listing_text_pkey primary key,
        hash bytea not null)`);
    await runner.query(`create index listing_text_hash_idx on listing_text (hash)`);
    await runner.query(`
      create table embedding_task (
        id bigint generated always as identity constraint embedding_task_pkey primary key,
        model_id bigint not null constraint embedding_task_model_id_fkey references embedding_model on delete cascade,
        hash bytea not null,
        text text not null,
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        dead_at timestamptz,
        last_error text,
        constraint embedding_task_hash_key unique (model_id, hash))`);
    await runner.query(
      `create index embedding_task_due_idx on embedding_task (model_id, due_at) where dead_at is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
