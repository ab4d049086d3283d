import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open needs that are not public are found for a supplier by what they are about. */
export class AddressedNeeds1700000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index procurement_need_closed_audience on procurement_need
       using gin (jsonb_path_query_array(concepts, '$[*].conceptId'))
       where state = 'PUBLISHED' and visibility = 'VERIFIED_SUPPLIERS'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
