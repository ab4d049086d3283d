import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last comparison of each search index with PostgreSQL found. */
export class IndexReconciliations1700000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table index_reconciliation (
        index_name text constraint index_reconciliation_pkey primary key,
        began_at timestamptz not null,
        ended_at timestamptz not null,
        missing integer not null,
        outdated integer not null,
        surplus integer not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
