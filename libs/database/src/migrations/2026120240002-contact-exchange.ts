import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a buyer under an alias let a supplier know its name, to exchange contacts. */
export class ContactExchange2026120240002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table supply_response add column buyer_named_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
