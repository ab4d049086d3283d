import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of organizations that staff uploaded, in parts, with what checking and importing them came to. */
export class OrganizationImports1700000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_import (
        id uuid constraint organization_import_pkey primary key,
        file_name text not null,
        size integer not null,
        state text not null,
        rows_read integer not null default 0,
        outcome jsonb,
        problems jsonb not null default '[]',
        failure jsonb,
        started_by uuid not null,
        started_at timestamptz not null,
        changed_at timestamptz not null)`);
    await runner.query(`
      create table organization_import_part (
        import_id uuid not null
          constraint organization_import_part_import_id_fkey references organization_import (id) on delete cascade,
        position integer not null,
        content bytea not null,
        constraint organization_import_part_pkey primary key (import_id, position))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
