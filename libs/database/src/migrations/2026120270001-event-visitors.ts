import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons register for an event as visitors on their own, without an organization. */
export class EventVisitors2026120270001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event_registration add column visitor_id uuid`);
    await runner.query(
      `create unique index event_registration_one_visit_at_a_time on event_registration (event_id, visitor_id)
         where state in ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED')`,
    );
    await runner.query(
      `create index event_registration_visitor_id_id_idx on event_registration (visitor_id, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
