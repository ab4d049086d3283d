import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Procurement needs, their lines and who is invited to answer them. */
export class Procurement1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table procurement_need (
        id uuid constraint procurement_need_pkey primary key,
        organization_id uuid not null constraint procurement_need_organization_id_fkey references organization (id),
        kind text not null,
        state text not null default 'DRAFT',
        visibility text not null default 'PUBLIC',
        title text not null,
        description text,
        alias text,
        required_certificates text[] not null default '{}',
        preferred_certificates text[] not null default '{}',
        parameters jsonb not null default '[]',
        concepts jsonb not null default '[]',
        delivery_region_code text,
        deliver_by date,
        target_price_amount numeric,
        target_price_currency text,
        target_price_tax_included boolean,
        target_price_basis text,
        target_price_shown boolean not null default false,
        budget_min numeric,
        budget_max numeric,
        budget_currency text,
        budget_shown boolean not null default false,
        payment_terms text,
        purpose text,
        reply_deadline timestamptz,
        sme_reserved boolean not null default false,
        cancellation_reason text,
        published_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now())`);
    await runner.query(
      `create index procurement_need_organization_id_id_idx on procurement_need (organization_id, id)`,
    );
    await runner.query(
      `create index procurement_need_open on procurement_need (reply_deadline, id) where state = 'PUBLISHED'`,
    );
    await runner.query(`
      create table need_line (
        id uuid constraint need_line_pkey primary key,
        need_id uuid not null constraint need_line_need_id_fkey references procurement_need (id) on delete cascade,
        position int not null,
        name text not null,
        part_number text,
        drawing_number text,
        revision text,
        material text,
        process text,
        tolerance text,
        surface text,
        heat_treatment text,
        inspection text,
        packaging text,
        quantity_amount numeric,
        quantity_unit text,
        quantity_period text,
        yearly_steps text[] not null default '{}',
        start_of_production date,
        tooling text,
        constraint need_line_need_id_position_key unique (need_id, position))`);
    await runner.query(`
      create table need_invitation (
        need_id uuid not null constraint need_invitation_need_id_fkey references procurement_need (id) on delete cascade,
        organization_id uuid not null constraint need_invitation_organization_id_fkey references organization (id) on delete cascade,
        invited_at timestamptz not null,
        constraint need_invitation_pkey primary key (need_id, organization_id))`);
    await runner.query(
      `create index need_invitation_organization_id_idx on need_invitation (organization_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
