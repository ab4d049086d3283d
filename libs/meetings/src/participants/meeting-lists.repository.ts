import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A meeting as a list, a calendar or a reminder shows it. */
export interface ListedMeeting {
  readonly id: string;
  readonly eventId: string;
  readonly state: string;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly table: string;
  readonly buyerRegistrationId: string;
  readonly supplierRegistrationId: string;
  readonly buyer: string;
  readonly supplier: string;
  readonly buyerPerson: string | null;
  readonly supplierPerson: string | null;
  readonly cancellationReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A meeting in somebody's calendar, with its event. */
export interface CalendarMeeting extends ListedMeeting {
  readonly event: string;
  readonly zone: string;
  readonly place: string | null;
  /** Whether the person sits on the buyer's side. */
  readonly buying: boolean;
  /** Whether a colleague took the person's seat. */
  readonly replaced: boolean;
  readonly eventCancelled: boolean;
}

const LISTED = `
  select m.id, m.event_id as "eventId", m.state, m.version, s.starts_at as "startsAt", s.ends_at as "endsAt", t.label as table,
         m.buyer_registration_id as "buyerRegistrationId", m.supplier_registration_id as "supplierRegistrationId",
         coalesce(bo.name, b.company_name, '') as buyer, coalesce(so.name, r.company_name, '') as supplier,
         bp.name as "buyerPerson", sp.name as "supplierPerson", m.cancellation_reason as "cancellationReason",
         m.created_at as "createdAt", m.updated_at as "updatedAt"`;
const FROM = `
    from meeting m join meeting_slot s on s.id = m.slot_id join meeting_table t on t.id = m.table_id
    join event_registration b on b.id = m.buyer_registration_id left join organization bo on bo.id = b.organization_id
    join event_registration r on r.id = m.supplier_registration_id left join organization so on so.id = r.organization_id
    left join event_representative bp on bp.id = m.buyer_representative_id
    left join event_representative sp on sp.id = m.supplier_representative_id`;
const ORDER = 'order by s.starts_at, t.label, m.id';

/** Meetings with everything that is shown of them outside of GraphQL, each list in one statement. */
@Injectable()
export class MeetingListsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The meetings of an event that stand or were held, of one registration or of all, in the order of time. */
  findEventMeetings(eventId: string, registrationId: string | null): Promise<ListedMeeting[]> {
    return this.transactions.query(
      `${LISTED} ${FROM} where m.event_id = $1 and m.state in ('PUBLISHED', 'HELD', 'NO_SHOW')
          and ($2::uuid is null or m.buyer_registration_id = $2 or m.supplier_registration_id = $2) ${ORDER}`,
      [eventId, registrationId],
    );
  }

  /** All meetings in which a person was ever told to sit, also those that are called off. */
  findPersonMeetings(userId: string): Promise<CalendarMeeting[]> {
    return this.transactions.query(
      `${LISTED}, e.title as event, e.zone, e.venue as place, coalesce(bp.user_id = $1 or (sp.user_id is distinct from $1 and l.role = 'BUYER'), false) as buying,
              bp.user_id is distinct from $1 and sp.user_id is distinct from $1 as replaced,
              e.cancelled_at is not null as "eventCancelled"
         ${FROM} join matchmaking_event e on e.id = m.event_id
         left join lateral (
           select x.role from meeting_stand_in x join event_representative p on p.id = x.left_representative_id
            where x.meeting_id = m.id and p.user_id = $1 order by x.named_at desc limit 1) l on true
        where (bp.user_id = $1 or sp.user_id = $1 or l.role is not null) and m.state <> 'PROVISIONAL' ${ORDER}`,
      [userId],
    );
  }

  /** Published meetings of events that are not off which begin within a span. */
  findBeginningMeetings(from: Date, to: Date): Promise<(ListedMeeting & { event: string; zone: string })[]> {
    return this.transactions.query(
      `${LISTED}, e.title as event, e.zone ${FROM} join matchmaking_event e on e.id = m.event_id
        where s.starts_at >= $1 and s.starts_at < $2 and m.state = 'PUBLISHED' and e.cancelled_at is null ${ORDER}`,
      [from, to],
    );
  }
}
