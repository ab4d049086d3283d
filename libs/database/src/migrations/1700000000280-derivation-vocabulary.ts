import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which vocabulary the inferred capabilities of an enterprise are; null of those derived before it was kept. */
export class DerivationVocabulary1700000000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table scope_derivation add column vocabulary text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
