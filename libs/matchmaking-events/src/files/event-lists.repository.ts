import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { RegistrationAnswer } from '../registration/event-registration.entity.js';
import type { ParticipantRole, RegistrationState } from '../registration/registration.enums.js';

/** A person who is expected, for lists on paper. */
export interface ListedPerson {
  readonly id: string;
  readonly serial: number;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly company: string;
  readonly role: ParticipantRole;
  readonly walkIn: boolean;
  readonly cameAt: Date | null;
  readonly device: string | null;
}

/** A registration, for a table. */
export interface ListedRegistration {
  readonly company: string;
  readonly creditCode: string | null;
  readonly role: ParticipantRole;
  readonly state: RegistrationState;
  readonly walkIn: boolean;
  readonly createdAt: Date;
  readonly people: string | null;
  readonly answers: readonly RegistrationAnswer[];
}

const COMPANY = `coalesce(o.name, r.company_name, '—')`;

/** Reads the lists that organizers take along, each in one statement. */
@Injectable()
export class EventListsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Everybody with a place, by role, company and name. */
  findPeople(eventId: string): Promise<ListedPerson[]> {
    return this.transactions.query(
      `select p.id, p.ticket_serial as serial, p.name, p.job_title as "jobTitle", ${COMPANY} as company, r.role,
              r.walk_in as "walkIn", c.at as "cameAt", c.device
         from event_representative p
         join event_registration r on r.id = p.registration_id and r.state = 'CONFIRMED'
         left join organization o on o.id = r.organization_id
         left join lateral (select at, device from event_check_in c where c.representative_id = p.id
                             order by at, id limit 1) c on true
        where p.event_id = $1 order by r.role, ${COMPANY}, r.id, p.position`,
      [eventId],
    );
  }

  /** Every registration, the first first. */
  findRegistrations(eventId: string): Promise<ListedRegistration[]> {
    return this.transactions.query(
      `select ${COMPANY} as company, o.credit_code as "creditCode", r.role, r.state, r.walk_in as "walkIn",
              r.created_at as "createdAt", r.answers,
              (select string_agg(p.name || coalesce('（' || p.job_title || '）', ''), '；' order by p.position)
                 from event_representative p where p.registration_id = r.id) as people
         from event_registration r left join organization o on o.id = r.organization_id
        where r.event_id = $1 order by r.created_at, r.id`,
      [eventId],
    );
  }
}
