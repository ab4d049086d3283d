import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members and invitations belong to organizations, whose table is younger than theirs. */
export class MembershipKeys1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organization_member', 'invitation']) {
      await runner.query(`
        alter table ${table} add constraint ${table}_organization_id_fkey
          foreign key (organization_id) references organization (id) on delete cascade`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
