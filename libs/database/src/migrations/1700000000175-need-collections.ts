import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How bureaus collect needs for an event through districts, also of companies without an account. */
export class NeedCollections1700000000175 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need_collection (
        id uuid constraint need_collection_pkey primary key,
        event_id uuid not null constraint need_collection_event_id_fkey references matchmaking_event (id) on delete cascade,
        organization_id uuid not null constraint need_collection_organization_id_fkey references organization (id),
        title text not null,
        instructions text,
        deadline timestamptz not null,
        created_at timestamptz not null)`);
    await runner.query(`create index need_collection_event_id_id_idx on need_collection (event_id, id)`);
    await runner.query(`
      create table collection_district (
        id uuid constraint collection_district_pkey primary key,
        collection_id uuid not null
          constraint collection_district_collection_id_fkey references need_collection (id) on delete cascade,
        position int not null,
        name text not null,
        quota int not null,
        delegate_organization_id uuid not null
          constraint collection_district_delegate_organization_id_fkey references organization (id),
        constraint collection_district_collection_id_position_key unique (collection_id, position))`);
    await runner.query(
      `create index collection_district_delegate_organization_id_idx on collection_district (delegate_organization_id)`,
    );
    await runner.query(`
      create table collected_need (
        id uuid constraint collected_need_pkey primary key,
        collection_id uuid not null
          constraint collected_need_collection_id_fkey references need_collection (id) on delete cascade,
        district_id uuid not null
          constraint collected_need_district_id_fkey references collection_district (id) on delete cascade,
        organization_id uuid constraint collected_need_organization_id_fkey references organization (id),
        company_name text not null,
        credit_code text,
        kind text not null,
        title text not null,
        description text,
        quantity text,
        public boolean not null,
        consent_given_by text not null,
        consent_given_on date not null,
        consent_form text not null,
        state text not null,
        return_reason text,
        need_id uuid constraint collected_need_need_id_fkey references procurement_need (id) on delete set null,
        entered_by uuid,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null)`);
    await runner.query(
      `create index collected_need_collection_id_id_idx on collected_need (collection_id, id)`,
    );
    await runner.query(`create index collected_need_district_id_idx on collected_need (district_id)`);
    await runner.query(`
      create table collected_need_invitation (
        collected_need_id uuid not null
          constraint collected_need_invitation_collected_need_id_fkey references collected_need (id) on delete cascade,
        organization_id uuid not null
          constraint collected_need_invitation_organization_id_fkey references organization (id) on delete cascade,
        invited_at timestamptz not null,
        constraint collected_need_invitation_pkey primary key (collected_need_id, organization_id))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
