import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The embedded search engine's own schema. The tables of each generation of an index (`search.term_7`, …) are made
 * and dropped by the engine; these three say which generations there are.
 */
export class Search1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema search`);
    await runner.query(`
      create table search.generation (
        id int generated always as identity primary key,
        index_name text not null,
        format text not null,
        typical_length real not null,
        documents int not null default 0,
        next_number int not null default 0,
        next_term int not null default 0,
        base_limit int not null default 0,
        sequence bigint not null default 0,
        merged bigint not null default 0,
        created_at timestamptz not null default now(),
        retired_at timestamptz)`);
    await runner.query(`
      create table search.index_state (
        name text primary key,
        live int references search.generation (id),
        building int references search.generation (id))`);
    await runner.query(`
      create table search.pending_change (
        seq bigint generated always as identity primary key,
        index_name text not null,
        document_id text not null,
        document json)`);
    await runner.query(`create index pending_change_index on search.pending_change (index_name, seq)`);
    await runner.query(
      `insert into search.index_state (name) values ('capabilities'), ('organizations'), ('needs'), ('events')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
