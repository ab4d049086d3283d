import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Word vectors that the platform learns from its own listings, by version. */
export class WordVectors1700000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table word_vectors (
        version bigint generated always as identity constraint word_vectors_pkey primary key,
        trained_at timestamptz not null,
        texts int not null,
        dimensions int not null,
        names text not null,
        rows bytea not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
