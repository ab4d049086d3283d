import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unverified organizations have small daily quotas. Those already claimed keep their state. */
export class UnverifiedOrganizations2026120220001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unverified_quota_use (
        organization_id uuid not null references organization (id) on delete cascade,
        action text not null,
        day date not null,
        used int not null,
        primary key (organization_id, action, day)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
