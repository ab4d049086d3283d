import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { MeetingSideKey } from './meeting-outcomes.repository.js';
import { MeetingThreadEnd } from './meeting-outcome.entity.js';

/** A participant of a finished event of whose meetings it is not known yet what came. */
export interface OpenThread {
  readonly eventId: string;
  readonly event: string;
  readonly registrationId: string;
  /** After how many days it is asked. */
  readonly days: number;
  /** How many of its meetings are open. */
  readonly meetings: number;
}

/** What outcomes of one kind came to at an event. */
export interface OutcomeFigures {
  readonly eventId: string;
  readonly kind: string;
  readonly claimed: number;
  readonly confirmed: number;
  readonly amountClaimed: string;
  readonly amountConfirmed: string;
}

/** Every query on what is still to come of meetings, and on what it comes to. */
@Injectable()
export class OutcomeThreadRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One side says that nothing more will come, or that something will after all; said again the first time stays. */
  async setThreadEnd({ meetingId, role }: MeetingSideKey, ended: boolean, at: Date): Promise<void> {
    if (ended)
      await this.transactions.query(
        `insert into meeting_thread_end (meeting_id, role, ended_at) values ($1, $2, $3) on conflict do nothing`,
        [meetingId, role, at],
      );
    else
      await this.transactions.query(`delete from meeting_thread_end where meeting_id = $1 and role = $2`, [
        meetingId,
        role,
      ]);
  }

  /** Which sides of some meetings say that nothing more will come. */
  findThreadEnds(meetingIds: readonly string[]): Promise<MeetingThreadEnd[]> {
    return this.transactions.manager
      .getRepository(MeetingThreadEnd)
      .createQueryBuilder('thread')
      .where('thread.meetingId = any(:meetingIds)', { meetingIds })
      .orderBy({ 'thread.meetingId': 'ASC', 'thread.role': 'ASC' })
      .getMany();
  }

  /**
   * Participants who are to be asked now, each for the last of `days` after the end of an event that has passed, and not
   * longer than `patience` days later. Final is a meeting of which both claim an order, and for a side one that it has ended.
   */
  findOpenThreads(now: Date, days: readonly number[], patience: number): Promise<OpenThread[]> {
    return this.transactions.query(
      `select e.id as "eventId", e.title as event, side.registration_id as "registrationId", d.days,
              count(*)::int as meetings
         from matchmaking_event e
         join unnest($2::int[]) d(days)
           on e.ends_at + make_interval(days => d.days) <= $1
          and e.ends_at + make_interval(days => d.days + $3) > $1
         join meeting m on m.event_id = e.id and m.state in ('PUBLISHED', 'HELD')
        cross join lateral (values ('BUYER', m.buyer_registration_id), ('SUPPLIER', m.supplier_registration_id))
              side(role, registration_id)
        where e.cancelled_at is null
          and not exists (select from meeting_thread_end t where t.meeting_id = m.id and t.role = side.role)
          and not exists (select from meeting_outcome o
                           where o.meeting_id = m.id and o.kind = 'ORDER'
                             and o.claimed_by_buyer_at is not null and o.claimed_by_supplier_at is not null)
        group by e.id, e.title, side.registration_id, d.days
        order by e.id, side.registration_id, d.days`,
      [now, days, patience],
    );
  }

  /**
   * What outcomes of each kind came to at events. Of what both claim the lower of the two amounts is confirmed; of what one
   * side claims, or where one side gives no amount, nothing is. Claimed is the higher amount.
   */
  sumOutcomes(eventIds: readonly string[]): Promise<OutcomeFigures[]> {
    return this.transactions.query(
      `select c."eventId", c.kind, count(*)::int as claimed, (count(*) filter (where c.both))::int as confirmed,
              coalesce(sum(greatest(c.buyer, c.supplier)), 0)::text as "amountClaimed",
              coalesce(sum(least(c.buyer, c.supplier))
                filter (where c.both and c.buyer is not null and c.supplier is not null), 0)::text as "amountConfirmed"
         from (select m.event_id as "eventId", o.kind, o.amount_by_buyer as buyer, o.amount_by_supplier as supplier,
                      o.claimed_by_buyer_at is not null and o.claimed_by_supplier_at is not null as both
                 from meeting_outcome o join meeting m on m.id = o.meeting_id where m.event_id = any($1)) c
        group by 1, 2 order by 1, 2`,
      [eventIds],
    );
  }
}
