import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which business scopes have been derived into inferred capabilities, and what those scopes said of them. */
export class Import1700000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scope_derivation (
        organization_id uuid primary key references organization (id) on delete cascade,
        digest text not null,
        derived_at timestamptz not null default now())`);
    await runner.query(`alter table capability add column activity text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
