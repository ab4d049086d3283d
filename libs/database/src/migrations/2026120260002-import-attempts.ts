import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the worker began to read a list, and when it was last at it: a list that kills the worker is given up. */
export class ImportAttempts2026120260002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organization_import
      add column attempts int not null default 0,
      add column worked_at timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
