import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of which the numbers of an event are counted, and where each says the event. */
const COUNTED = ['event_registration', 'event_check_in', 'meeting', 'meeting_wish'];

/** Whatever changes the numbers of an event tells it, when the change is committed; the same event once per transaction. */
export class EventNumbersChange1700000000271 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell_event_numbers() returns trigger language plpgsql as $$
      declare event_id uuid;
      begin
        if tg_table_name = 'meeting_outcome' then
          select m.event_id into event_id from meeting m
           where m.id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
        elsif tg_op = 'DELETE' then event_id := old.event_id;
        else event_id := new.event_id;
        end if;
        if event_id is not null then
          perform pg_notify('event_numbers', event_id || ' ' || event_id);
        end if;
        return null;
      end $$`);
    for (const table of [...COUNTED, 'meeting_outcome'])
      await runner.query(
        `create trigger ${table}_numbers after insert or update or delete on ${table}
           for each row execute function tell_event_numbers()`,
      );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
