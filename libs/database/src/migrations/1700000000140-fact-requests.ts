import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies are asked for facts by one-time links; facts remember when they were stated by one. */
export class FactRequests1700000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fact_request (
        id uuid constraint fact_request_pkey primary key,
        need_id uuid not null constraint fact_request_need_id_fkey references procurement_need (id) on delete cascade,
        organization_id uuid not null
          constraint fact_request_organization_id_fkey references organization (id) on delete cascade,
        capability_id uuid constraint fact_request_capability_id_fkey references capability (id) on delete set null,
        requester_organization_id uuid not null
          constraint fact_request_requester_organization_id_fkey references organization (id) on delete cascade,
        facts jsonb not null,
        token_hash text not null,
        contact_kind text,
        contact_mask text,
        contact_hash text,
        state text not null,
        answers jsonb not null default '[]',
        claim_wished boolean not null default false,
        claim_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        constraint fact_request_need_id_organization_id_key unique (need_id, organization_id),
        constraint fact_request_token_hash_key unique (token_hash))`);
    await runner.query(`create index fact_request_organization_id_idx on fact_request (organization_id)`);
    await runner.query(`create index fact_request_capability_id_idx on fact_request (capability_id)`);
    await runner.query(
      `create index fact_request_requester_organization_id_idx on fact_request (requester_organization_id)`,
    );
    await runner.query(`create index fact_request_contact_hash_idx on fact_request (contact_hash)`);
    await runner.query(`
      create table contact_objection (
        contact_hash text constraint contact_objection_pkey primary key,
        objected_at timestamptz not null)`);
    await runner.query(`alter table capability add column fact_sources jsonb not null default '{}'`);
    await runner.query(`alter table organization_certificate add column fact_request_id uuid`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
