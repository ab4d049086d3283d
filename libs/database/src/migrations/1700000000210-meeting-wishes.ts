import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom participants of an event wish to meet, when they cannot, and the organizers' terms for it. */
export class MeetingWishes1700000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_terms (
        event_id uuid constraint meeting_terms_pkey primary key
          constraint meeting_terms_event_id_fkey references matchmaking_event (id) on delete cascade,
        wishes_until timestamptz,
        most_per_buyer int,
        most_per_supplier int,
        least_each int,
        must_wishes_each int not null,
        updated_at timestamptz not null)`);
    await runner.query(`
      create table meeting_wish (
        id uuid constraint meeting_wish_pkey primary key,
        event_id uuid not null constraint meeting_wish_event_id_fkey references matchmaking_event (id) on delete cascade,
        from_registration_id uuid not null constraint meeting_wish_from_registration_id_fkey references event_registration (id) on delete cascade,
        to_registration_id uuid not null constraint meeting_wish_to_registration_id_fkey references event_registration (id) on delete cascade,
        level text not null,
        need_id uuid constraint meeting_wish_need_id_fkey references procurement_need (id) on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint meeting_wish_one_per_direction unique (from_registration_id, to_registration_id))`);
    await runner.query(`create index meeting_wish_event_id_id_idx on meeting_wish (event_id, id)`);
    await runner.query(
      `create index meeting_wish_to_registration_id_id_idx on meeting_wish (to_registration_id, id)`,
    );
    await runner.query(`
      create table meeting_absence (
        registration_id uuid not null constraint meeting_absence_registration_id_fkey references event_registration (id) on delete cascade,
        slot_id uuid not null constraint meeting_absence_slot_id_fkey references meeting_slot (id) on delete cascade,
        constraint meeting_absence_pkey primary key (registration_id, slot_id))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
