import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { ParticipantRole } from '../registration/registration.enums.js';

/** The numbers of a role at an event. */
export interface RoleNumbers {
  readonly eventId: string;
  readonly role: ParticipantRole;
  readonly requested: number;
  readonly waiting: number;
  readonly confirmed: number;
  readonly walkIns: number;
  readonly present: number;
  readonly representatives: number;
  readonly checkedIn: number;
}

/** Counts who is registered and who came. */
@Injectable()
export class EventNumbersReader {
  constructor(private readonly transactions: Transactions) {}

  /** The numbers of events by role, in one statement. */
  countByRole(eventIds: readonly string[]): Promise<RoleNumbers[]> {
    return this.transactions.query(
      `with person as (
         select p.registration_id, count(*)::int as people, count(c.representative_id)::int as came
           from event_representative p
           left join (select distinct representative_id from event_check_in where event_id = any($1)) c
             on c.representative_id = p.id
          where p.event_id = any($1) group by p.registration_id)
       select r.event_id as "eventId", r.role,
              count(*) filter (where r.state = 'REQUESTED')::int as requested,
              count(*) filter (where r.state in ('WAITLISTED', 'OFFERED'))::int as waiting,
              count(*) filter (where r.state = 'CONFIRMED')::int as confirmed,
              count(*) filter (where r.state = 'CONFIRMED' and r.walk_in)::int as "walkIns",
              count(*) filter (where r.state = 'CONFIRMED' and person.came > 0)::int as present,
              coalesce(sum(person.people) filter (where r.state = 'CONFIRMED'), 0)::int as representatives,
              coalesce(sum(person.came) filter (where r.state = 'CONFIRMED'), 0)::int as "checkedIn"
         from event_registration r left join person on person.registration_id = r.id
        where r.event_id = any($1) group by 1, 2 order by 1, 2`,
      [eventIds],
    );
  }
}
