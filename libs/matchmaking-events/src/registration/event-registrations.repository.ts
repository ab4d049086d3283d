import { containsPattern, findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { EventRegistration } from './event-registration.entity.js';
import { ACTIVE, HOLDS_PLACE, type ParticipantRole, RegistrationState } from './registration.enums.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** What a list of registrations is narrowed to. */
export interface RegistrationFilter {
  readonly eventId?: string;
  readonly organizationId?: string;
  readonly visitorId?: string;
  readonly states?: readonly RegistrationState[] | null;
  readonly role?: ParticipantRole | null;
  /** Part of the name of the organization, in either language, or of a company without one. */
  readonly name?: string | null;
}

/** Every query on the table of registrations. */
@Injectable()
export class EventRegistrationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A registration by key. */
  findRegistration(id: string): Promise<EventRegistration | null> {
    return this.table.findOneBy({ id });
  }

  /** Registrations by key, in any order. */
  findRegistrations(ids: readonly string[]): Promise<EventRegistration[]> {
    return findByKeys(this.table, ids);
  }

  /** A registration, kept from others; the admission of its role is locked before. */
  lockRegistration(id: string): Promise<EventRegistration | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The registration of an organization for an event that is not over. */
  findActiveRegistration(eventId: string, organizationId: string): Promise<EventRegistration | null> {
    return this.table
      .createQueryBuilder('registration')
      .where('registration.eventId = :eventId', { eventId })
      .andWhere('registration.organizationId = :organizationId', { organizationId })
      .andWhere('registration.state = any(:active)', { active: ACTIVE })
      .getOne();
  }

  /** The registration of a visitor on their own for an event that is not over. */
  findActiveVisit(eventId: string, visitorId: string): Promise<EventRegistration | null> {
    return this.table
      .createQueryBuilder('registration')
      .where('registration.eventId = :eventId and registration.visitorId = :visitorId', {
        eventId,
        visitorId,
      })
      .andWhere('registration.state = any(:active)', { active: ACTIVE })
      .getOne();
  }

  /** Every registration of a visitor on their own that is not over. */
  findActiveVisits(visitorId: string): Promise<EventRegistration[]> {
    return this.table
      .createQueryBuilder('registration')
      .where('registration.visitorId = :visitorId', { visitorId })
      .andWhere('registration.state = any(:active)', { active: ACTIVE })
      .orderBy('registration.id', 'ASC')
      .getMany();
  }

  /** Everybody with a confirmed place at an event, who registered first first. */
  findConfirmedRegistrations(eventId: string): Promise<EventRegistration[]> {
    return this.table
      .createQueryBuilder('registration')
      .where('registration.eventId = :eventId', { eventId })
      .andWhere(`registration.state = '${RegistrationState.CONFIRMED}'`)
      .orderBy('registration.id', 'ASC')
      .getMany();
  }

  async insertRegistration(registration: EventRegistration): Promise<void> {
    await this.table.insert({ ...registration });
  }

  async saveRegistration(registration: EventRegistration): Promise<void> {
    const { id, ...columns } = registration;
    await this.table.update({ id }, columns);
  }

  /** The next place in the line of an event and role: never one that somebody has, whatever a clock says. */
  async findNextJoinedAt(eventId: string, role: ParticipantRole, now: Date): Promise<Date> {
    const [row] = await this.transactions.query<{ at: Date }>(
      `select greatest(date_trunc('milliseconds', $3::timestamptz), max(joined_at) + interval '1 millisecond') as at
         from event_registration where event_id = $1 and role = $2`,
      [eventId, role, now],
    );
    return row!.at;
  }

  /** How many hold a place of a role. */
  async countTakenPlaces(eventId: string, role: ParticipantRole): Promise<number> {
    const [row] = await this.transactions.query<{ taken: number }>(
      `select count(*)::int as taken from event_registration where event_id = $1 and role = $2 and state = any($3)`,
      [eventId, role, HOLDS_PLACE],
    );
    return row!.taken;
  }

  /** How many hold a place, by event and role. */
  async countTakenPlacesByRole(
    eventIds: readonly string[],
  ): Promise<{ eventId: string; role: ParticipantRole; taken: number }[]> {
    return this.transactions.query(
      `select event_id as "eventId", role, count(*)::int as taken from event_registration
        where event_id = any($1) and state = any($2) group by 1, 2`,
      [eventIds, HOLDS_PLACE],
    );
  }

  /** Whoever waits for a place of a role, in the order of the line: priority, then who joined first. */
  findWaitingRegistrations(
    eventId: string,
    role: ParticipantRole,
    limit: number | null,
  ): Promise<EventRegistration[]> {
    const line = this.table
      .createQueryBuilder('registration')
      .where('registration.eventId = :eventId and registration.role = :role', { eventId, role })
      .andWhere(`registration.state = '${RegistrationState.WAITLISTED}'`)
      .orderBy({ 'registration.priority': 'DESC', 'registration.joinedAt': 'ASC', 'registration.id': 'ASC' });
    return (limit === null ? line : line.limit(limit)).getMany();
  }

  /** The roles in which somebody is registered for an event and not out again. */
  async findRolesInUse(eventId: string): Promise<ParticipantRole[]> {
    const rows = await this.transactions.query<{ role: ParticipantRole }>(
      'select distinct role from event_registration where event_id = $1 and state = any($2)',
      [eventId, ACTIVE],
    );
    return rows.map(({ role }) => role);
  }

  /** A page of registrations, the first first. */
  findRegistrationPage(filter: RegistrationFilter, wish: PageWish): Promise<Connection<EventRegistration>> {
    const list = this.table.createQueryBuilder('registration');
    for (const key of ['eventId', 'organizationId', 'visitorId', 'role'] as const)
      if (filter[key]) list.andWhere(`registration.${key} = :${key}`, { [key]: filter[key] });
    if (filter.states) list.andWhere('registration.state = any(:states)', { states: filter.states });
    if (filter.name)
      list
        .leftJoin('Organization', 'organization', 'organization.id = registration.organizationId')
        .andWhere(
          '(organization.name ilike :part or organization.nameEn ilike :part or registration.companyName ilike :part)',
          { part: containsPattern(filter.name) },
        );
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** How many stand before each of those who wait, by key. */
  async countAhead(ids: readonly string[]): Promise<{ id: string; ahead: number }[]> {
    return this.transactions.query(
      `select r.id, (select count(*)::int from event_registration o
                      where o.event_id = r.event_id and o.role = r.role and o.state = 'WAITLISTED'
                        and (-o.priority, o.joined_at, o.id) < (-r.priority, r.joined_at, r.id)) as ahead
         from event_registration r where r.id = any($1) and r.state = 'WAITLISTED'`,
      [ids],
    );
  }

  private get table(): Repository<EventRegistration> {
    return this.transactions.manager.getRepository(EventRegistration);
  }
}
