import { findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { joinEventOf } from '../grid/meeting-grids.repository.js';
import { Meeting, MeetingSeat } from './meeting.entity.js';
import { MeetingState } from './meeting.enums.js';

/** Every query on meetings and their seats. */
@Injectable()
export class MeetingsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Meetings by key in the order of keys, kept from others; always in this order, so that nobody waits in a circle. */
  lockMeetings(ids: readonly string[]): Promise<Meeting[]> {
    return this.table
      .createQueryBuilder('meeting')
      .where('meeting.id = any(:ids)', { ids })
      .orderBy('meeting.id', 'ASC')
      .setLock('pessimistic_write')
      .getMany();
  }

  findMeeting(id: string): Promise<Meeting | null> {
    return this.table.findOneBy({ id });
  }

  /** Meetings by key, in any order. */
  findMeetings(ids: readonly string[]): Promise<Meeting[]> {
    return findByKeys(this.table, ids);
  }

  /** How many meetings of a registration stand, as far as it has been told of them. */
  async countStandingMeetings(registrationId: string): Promise<number> {
    const [row] = await this.transactions.query<{ meetings: number }>(
      `select count(*)::int as meetings from meeting
        where (buyer_registration_id = $1 or supplier_registration_id = $1) and state = '${MeetingState.PUBLISHED}'`,
      [registrationId],
    );
    return row!.meetings;
  }

  /** Meetings of an event, or those that one registration in it has been told of, the first first. */
  findMeetingPage(
    filter: { eventId: string; registrationId?: string | null },
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Meeting>> {
    const list = this.table.createQueryBuilder('meeting').where('meeting.eventId = :eventId', filter);
    if (filter.registrationId)
      list
        .andWhere('(meeting.buyerRegistrationId = :r or meeting.supplierRegistrationId = :r)', {
          r: filter.registrationId,
        })
        .andWhere(`meeting.state <> '${MeetingState.PROVISIONAL}'`);
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** All meetings of an event that are not called off, the first first. */
  findUncancelledMeetings(eventId: string): Promise<Meeting[]> {
    return this.table
      .createQueryBuilder('meeting')
      .where('meeting.eventId = :eventId', { eventId })
      .andWhere(`meeting.state <> '${MeetingState.CANCELLED}'`)
      .orderBy('meeting.id', 'ASC')
      .getMany();
  }

  /** Puts a provisional schedule in the place of the one before; what is locked of that stays. */
  async replaceProvisionalMeetings(eventId: string, meetings: readonly Meeting[]): Promise<void> {
    await this.transactions.query(
      `delete from meeting where event_id = $1 and state = '${MeetingState.PROVISIONAL}' and not locked`,
      [eventId],
    );
    for (let from = 0; from < meetings.length; from += 1000)
      await this.table.insert(meetings.slice(from, from + 1000).map((meeting) => ({ ...meeting })));
  }

  async removeProvisionalMeetings(ids: readonly string[]): Promise<void> {
    await this.transactions.query(
      `delete from meeting where id = any($1) and state = '${MeetingState.PROVISIONAL}'`,
      [ids],
    );
  }

  /** Keys of slots from a moment on in which both persons of a meeting are free, neither side is absent, and a table is free. */
  async findCommonSlotIds({ id, eventId, slotId, ...meeting }: Meeting, from: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select s.id from meeting_slot s ${joinEventOf('s')}
        where s.event_id = $1 and s.id <> $2 and s.starts_at > $3
          and not exists (select from meeting_seat x
                           where x.slot_id = s.id and x.meeting_id <> $4 and x.representative_id = any($5))
          and not exists (select from meeting_absence a where a.slot_id = s.id and a.registration_id = any($6))
          and exists (select from meeting_table t
                       where t.event_id = $1
                         and not exists (select from meeting_seat x where x.table_id = t.id and x.slot_id = s.id))
        order by s.starts_at, s.id`,
      [
        eventId,
        slotId,
        from,
        id,
        [meeting.buyerRepresentativeId, meeting.supplierRepresentativeId],
        [meeting.buyerRegistrationId, meeting.supplierRegistrationId],
      ],
    );
    return rows.map((row) => row.id);
  }

  /** Stores many changed meetings and gives them these seats instead of what they had, each in one statement. */
  async saveWithNewSeats(meetings: readonly Meeting[], seats: readonly MeetingSeat[]): Promise<void> {
    const ids = meetings.map(({ id }) => id);
    await this.transactions.query('delete from meeting_seat where meeting_id = any($1)', [ids]);
    await this.transactions.query(
      `update meeting m
          set slot_id = x."slotId", table_id = x."tableId", state = x.state, locked = x.locked, version = x.version,
              buyer_representative_id = x."buyerRepresentativeId", updated_at = x."updatedAt", replaces_id = null,
              supplier_representative_id = x."supplierRepresentativeId", cancellation_reason = x."cancellationReason"
         from jsonb_to_recordset($1::jsonb) x(id uuid, "slotId" uuid, "tableId" uuid, state text, locked boolean, version int,
              "buyerRepresentativeId" uuid, "supplierRepresentativeId" uuid, "cancellationReason" text, "updatedAt" timestamptz)
        where m.id = x.id`,
      [JSON.stringify(meetings)],
    );
    await this.transactions.query(
      `insert into meeting_seat (id, meeting_id, slot_id, representative_id, table_id)
       select id, "meetingId", "slotId", "representativeId", "tableId"
         from jsonb_to_recordset($1::jsonb) x(id uuid, "meetingId" uuid, "slotId" uuid, "representativeId" uuid, "tableId" uuid)`,
      [JSON.stringify(seats)],
    );
  }

  /**
   * A table for a provisional meeting that neither a meeting with seats nor another provisional one has in a slot, null when
   * all are taken, and `BUSY` when one of the two persons meets somebody else then.
   */
  async findPlannedTable(
    { eventId, buyerRepresentativeId, supplierRepresentativeId }: Meeting,
    slotId: string,
    except: readonly string[],
  ): Promise<string | 'BUSY' | null> {
    const persons = [buyerRepresentativeId, supplierRepresentativeId];
    const [row] = await this.transactions.query<{ busy: boolean; id: string | null }>(
      `with there as (
         select * from meeting where event_id = $1 and slot_id = $2 and id <> all($3)
            and state in ('${MeetingState.PROVISIONAL}', '${MeetingState.PUBLISHED}')
            and not exists (select from meeting p where p.replaces_id = meeting.id))
       select exists (select from there where buyer_representative_id = any($4) or supplier_representative_id = any($4)) as busy,
              (select t.id from meeting_table t
                where t.event_id = $1 and t.id not in (select table_id from there) order by t.label, t.id limit 1) as id`,
      [eventId, slotId, except, persons],
    );
    return row!.busy ? 'BUSY' : row!.id;
  }

  /** Stores a new meeting with its three seats, in one statement for the seats. */
  async insertMeeting(meeting: Meeting, seats: readonly MeetingSeat[]): Promise<void> {
    await this.table.insert({ ...meeting });
    await this.seats.insert(seats.map((seat) => ({ ...seat })));
  }

  /** Stores changed meetings. Those that stand sit where they say, changed in one statement; others give up their seats. */
  async saveMeetings(...meetings: readonly Meeting[]): Promise<void> {
    for (const { id, ...columns } of meetings) await this.table.update({ id }, columns);
    const without = [MeetingState.CANCELLED, MeetingState.NO_SHOW];
    const gone = meetings.filter(({ state }) => without.includes(state)).map(({ id }) => id);
    if (gone.length > 0)
      await this.transactions.query('delete from meeting_seat where meeting_id = any($1)', [gone]);
    await this.transactions.query(
      `update meeting_seat s
          set slot_id = m.slot_id, table_id = case when s.table_id is null then null else m.table_id end
         from meeting m where m.id = s.meeting_id and m.id = any($1)`,
      [meetings.map(({ id }) => id)],
    );
  }

  /**
   * A table that nobody sits at in a slot, null when all are taken or the slot lies outside of a moved event; those of some
   * meetings count as free.
   */
  async findFreeTable(
    eventId: string,
    slotId: string,
    except: readonly string[] = [],
  ): Promise<string | null> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select t.id from meeting_table t
         join meeting_slot o on o.id = $2
         ${joinEventOf('o')}
        where t.event_id = $1
          and not exists (select from meeting_seat s
                           where s.table_id = t.id and s.slot_id = $2 and s.meeting_id <> all($3))
        order by t.label, t.id limit 1`,
      [eventId, slotId, except],
    );
    return row?.id ?? null;
  }

  /**
   * Puts all who book in the same slots or for the same registrations in line until the transaction ends, in one order
   * for everybody. This keeps them from waiting in a circle; that nobody sits twice is up to the keys of the seats.
   */
  async lockBookingKeys(keys: readonly string[]): Promise<void> {
    await this.transactions.query(
      `select pg_advisory_xact_lock(k) from (
         select distinct hashtextextended('meeting:' || x, 0) as k from unnest($1::text[]) x order by 1) keys`,
      [keys],
    );
  }

  private get table(): Repository<Meeting> {
    return this.transactions.manager.getRepository(Meeting);
  }

  private get seats(): Repository<MeetingSeat> {
    return this.transactions.manager.getRepository(MeetingSeat);
  }
}
