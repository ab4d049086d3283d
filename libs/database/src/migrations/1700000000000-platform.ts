import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, domain events with their deliveries, and the memory of client mutations. */
export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create extension if not exists btree_gist`);
    await runner.query(`
      create table domain_event (
        id bigint generated always as identity primary key,
        type text not null,
        aggregate_type text not null,
        aggregate_id uuid not null,
        ids jsonb not null default '{}',
        occurred_at timestamptz not null default now())`);
    await runner.query(`
      create table event_delivery (
        id bigint generated always as identity primary key,
        event_id bigint not null references domain_event (id) on delete cascade,
        consumer text not null,
        aggregate_type text not null,
        aggregate_id uuid not null,
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        dead_at timestamptz,
        last_error text)`);
    await runner.query(
      `create index event_delivery_due on event_delivery (consumer, id) where dead_at is null`,
    );
    await runner.query(`create index event_delivery_event on event_delivery (event_id)`);
    await runner.query(`
      create table client_mutation (
        actor_id uuid not null,
        operation text not null,
        client_mutation_id text not null,
        result_id uuid,
        created_at timestamptz not null default now(),
        primary key (actor_id, operation, client_mutation_id))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
