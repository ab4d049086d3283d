import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingFeedback, MeetingOutcome, type OutcomeKind } from './meeting-outcome.entity.js';

/** The side of a meeting that says something. */
export interface MeetingSideKey {
  readonly meetingId: string;
  readonly role: ParticipantRole;
}

/** What an event's meetings came to, in numbers. */
export interface MeetingNumbers {
  readonly eventId: string;
  readonly arranged: number;
  readonly held: number;
  readonly noShows: number;
  readonly wishes: number;
  readonly satisfiedWishes: number;
  readonly intentsClaimed: number;
  readonly intentsConfirmed: number;
  readonly outcomesClaimed: number;
  readonly outcomesConfirmed: number;
}

const COLUMN: Readonly<Partial<Record<ParticipantRole, string>>> = {
  BUYER: 'claimed_by_buyer_at',
  SUPPLIER: 'claimed_by_supplier_at',
};
const AMOUNT: Readonly<Partial<Record<ParticipantRole, string>>> = {
  BUYER: 'amount_by_buyer',
  SUPPLIER: 'amount_by_supplier',
};

/** What one side claims: which kind, and what it comes to in CNY. */
export interface ClaimedOutcome {
  readonly kind: OutcomeKind;
  readonly amount: string | null;
}

/** Every query on what came of meetings. */
@Injectable()
export class MeetingOutcomesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One side claims an outcome; said again the first time stays, and so does the amount unless another is said. */
  async claimOutcome(
    { meetingId, role }: MeetingSideKey,
    { kind, amount }: ClaimedOutcome,
    at: Date,
  ): Promise<void> {
    const [column, worth] = [COLUMN[role]!, AMOUNT[role]!];
    await this.transactions.query(
      `insert into meeting_outcome (id, meeting_id, kind, ${column}, ${worth}) values ($1, $2, $3, $4, $5)
       on conflict on constraint meeting_outcome_one_per_kind
       do update set ${column} = coalesce(meeting_outcome.${column}, excluded.${column}),
                     ${worth} = coalesce(excluded.${worth}, meeting_outcome.${worth})`,
      [newId(), meetingId, kind, at, amount],
    );
  }

  /** One side takes its claim back; what nobody claims any more is gone. */
  async withdrawClaim({ meetingId, role }: MeetingSideKey, kind: OutcomeKind): Promise<void> {
    const column = COLUMN[role]!;
    const other = COLUMN[role === ParticipantRole.BUYER ? ParticipantRole.SUPPLIER : ParticipantRole.BUYER]!;
    const values = [meetingId, kind];
    await this.transactions.query(
      `delete from meeting_outcome where meeting_id = $1 and kind = $2 and ${other} is null`,
      values,
    );
    await this.transactions.query(
      `update meeting_outcome set ${column} = null, ${AMOUNT[role]!} = null where meeting_id = $1 and kind = $2`,
      values,
    );
  }

  /** One side says how a meeting was; the last word counts. */
  async saveRating(
    { meetingId, role }: MeetingSideKey,
    rating: number,
    comment: string | null,
    at: Date,
  ): Promise<void> {
    await this.transactions.query(
      `insert into meeting_feedback (id, meeting_id, role, rating, comment, updated_at) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint meeting_feedback_one_per_side
       do update set rating = excluded.rating, comment = excluded.comment, updated_at = excluded.updated_at`,
      [newId(), meetingId, role, rating, comment, at],
    );
  }

  /** What came of some meetings. */
  findOutcomes(meetingIds: readonly string[]): Promise<MeetingOutcome[]> {
    return this.transactions.manager
      .getRepository(MeetingOutcome)
      .createQueryBuilder('outcome')
      .where('outcome.meetingId = any(:meetingIds)', { meetingIds })
      .orderBy({ 'outcome.meetingId': 'ASC', 'outcome.kind': 'ASC' })
      .getMany();
  }

  /** What was said of some meetings. */
  findFeedback(meetingIds: readonly string[]): Promise<MeetingFeedback[]> {
    return this.transactions.manager
      .getRepository(MeetingFeedback)
      .createQueryBuilder('feedback')
      .where('feedback.meetingId = any(:meetingIds)', { meetingIds })
      .orderBy({ 'feedback.meetingId': 'ASC', 'feedback.role': 'ASC' })
      .getMany();
  }

  /** The numbers of events, in one statement. */
  countMeetings(eventIds: readonly string[]): Promise<MeetingNumbers[]> {
    return this.transactions.query(
      `select e.id as "eventId", m.arranged, m.held, m."noShows", w.wishes, w."satisfiedWishes", o."intentsClaimed",
              o."intentsConfirmed", o."outcomesClaimed", o."outcomesConfirmed"
         from unnest($1::uuid[]) e(id)
         cross join lateral (
           select count(*) filter (where state in ('PUBLISHED', 'HELD', 'NO_SHOW'))::int as arranged,
                  count(*) filter (where state = 'HELD')::int as held,
                  count(*) filter (where state = 'NO_SHOW')::int as "noShows"
             from meeting where event_id = e.id) m
         cross join lateral (
           select count(*)::int as wishes,
                  (count(*) filter (where exists (
                     select from meeting x where x.event_id = e.id and x.state in ('PUBLISHED', 'HELD')
                        and (x.buyer_registration_id, x.supplier_registration_id) in
                            ((w.from_registration_id, w.to_registration_id), (w.to_registration_id, w.from_registration_id)))))::int
                    as "satisfiedWishes"
             from meeting_wish w where w.event_id = e.id and w.level <> 'NO') w
         cross join lateral (
           select count(*) filter (where c.kind = 'INTENT')::int as "intentsClaimed",
                  count(*) filter (where c.kind = 'INTENT' and c.both)::int as "intentsConfirmed",
                  count(*) filter (where c.kind <> 'INTENT')::int as "outcomesClaimed",
                  count(*) filter (where c.kind <> 'INTENT' and c.both)::int as "outcomesConfirmed"
             from (select y.kind, y.claimed_by_buyer_at is not null and y.claimed_by_supplier_at is not null as both
                     from meeting_outcome y join meeting x on x.id = y.meeting_id where x.event_id = e.id) c) o`,
      [eventIds],
    );
  }
}
