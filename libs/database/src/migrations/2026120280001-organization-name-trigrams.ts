import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds organizations by any part of their name of three characters or more. New names wait in a long pending list, so
 * that importing 100,000 of them takes no longer; autovacuum sorts them in.
 */
export class OrganizationNameTrigrams2026120280001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index organization_name_trigram_idx on organization using gin (name gin_trgm_ops) with (fastupdate = on, gin_pending_list_limit = 65536)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
