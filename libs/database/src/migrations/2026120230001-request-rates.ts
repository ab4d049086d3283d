import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What callers spent on dear requests, in the form of rate-limiter-flexible; after a crash everybody begins anew. */
export class RequestRates2026120230001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table request_rate (
        key varchar(255) constraint request_rate_pkey primary key,
        points int not null default 0,
        expire bigint)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
