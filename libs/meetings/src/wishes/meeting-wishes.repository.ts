import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MeetingAbsence, MeetingTerms, MeetingWish, defaultTerms, WishLevel } from './meeting-wish.entity.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** What a list of wishes is narrowed to. */
interface WishFilter {
  readonly eventId?: string;
  readonly fromRegistrationId?: string;
  /** Wishes that somebody is told of: never a NO. */
  readonly toRegistrationId?: string;
}

/** All queries on wishes, absences and the terms of events. */
@Injectable()
export class MeetingWishesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Puts changes of one participant's wishes in line until the transaction ends, so that they can be counted. */
  async lockWishesOf(registrationId: string): Promise<void> {
    await this.transactions.query(
      `select pg_advisory_xact_lock(hashtextextended('meeting-wishes:' || $1, 0))`,
      [registrationId],
    );
  }

  /** How many MUST wishes a participant has beside the one for somebody. */
  async countOtherMusts({ fromRegistrationId, toRegistrationId }: MeetingWish): Promise<number> {
    const [row] = await this.transactions.query<{ musts: number }>(
      `select count(*)::int as musts from meeting_wish
        where from_registration_id = $1 and to_registration_id <> $2 and level = '${WishLevel.MUST}'`,
      [fromRegistrationId, toRegistrationId],
    );
    return row!.musts;
  }

  /** Stores a wish instead of the one that stood for the same pair and direction; gives it as it is stored. */
  async upsertWish(wish: MeetingWish): Promise<MeetingWish> {
    const { id, eventId, fromRegistrationId, toRegistrationId, level, needId, updatedAt } = wish;
    await this.transactions.query(
      `insert into meeting_wish (id, event_id, from_registration_id, to_registration_id, level, need_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict on constraint meeting_wish_one_per_direction
       do update set level = excluded.level, need_id = excluded.need_id, updated_at = excluded.updated_at`,
      [id, eventId, fromRegistrationId, toRegistrationId, level, needId, updatedAt],
    );
    return this.wishes.findOneByOrFail({ fromRegistrationId, toRegistrationId });
  }

  /** Takes back what a participant wished of an organization, whatever became of its registration; whether there was one. */
  async removeWish(fromRegistrationId: string, organizationId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `delete from meeting_wish w using event_registration r
        where w.from_registration_id = $1 and r.id = w.to_registration_id and r.organization_id = $2 returning w.id`,
      [fromRegistrationId, organizationId],
    );
    return rows.length > 0;
  }

  /** A page of wishes, the first first. */
  findWishPage(filter: WishFilter, wish: PageWish): Promise<Connection<MeetingWish>> {
    const list = this.wishes.createQueryBuilder('wish');
    for (const key of ['eventId', 'fromRegistrationId', 'toRegistrationId'] as const)
      if (filter[key]) list.andWhere(`wish.${key} = :${key}`, { [key]: filter[key] });
    if (filter.toRegistrationId) list.andWhere(`wish.level <> '${WishLevel.NO}'`);
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** What some participants wish, each of any. */
  findWishesFrom(registrationIds: readonly string[]): Promise<MeetingWish[]> {
    return this.wishes
      .createQueryBuilder('wish')
      .where('wish.fromRegistrationId = any(:registrationIds)', { registrationIds })
      .orderBy('wish.id', 'ASC')
      .getMany();
  }

  /** When some participants cannot meet, in the order of time. */
  findAbsences(registrationIds: readonly string[]): Promise<MeetingAbsence[]> {
    return this.absences
      .createQueryBuilder('absence')
      .innerJoin('MeetingSlot', 'slot', 'slot.id = absence.slotId')
      .where('absence.registrationId = any(:registrationIds)', { registrationIds })
      .orderBy({ 'slot.startsAt': 'ASC' })
      .getMany();
  }

  /** Sets when a participant cannot meet, as a whole. */
  async replaceAbsences(registrationId: string, slotIds: readonly string[]): Promise<void> {
    await this.transactions.query(
      'delete from meeting_absence where registration_id = $1 and slot_id <> all($2)',
      [registrationId, slotIds],
    );
    await this.transactions.query(
      `insert into meeting_absence (registration_id, slot_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
      [registrationId, slotIds],
    );
  }

  /** The terms of events; the defaults for events without any. */
  async findTerms(eventIds: readonly string[]): Promise<MeetingTerms[]> {
    const found = await this.terms
      .createQueryBuilder('terms')
      .where('terms.eventId = any(:eventIds)', { eventIds })
      .getMany();
    const known = new Map(found.map((terms) => [terms.eventId, terms]));
    return eventIds.map((eventId) => known.get(eventId) ?? defaultTerms(eventId));
  }

  async findEventTerms(eventId: string): Promise<MeetingTerms> {
    const [terms] = await this.findTerms([eventId]);
    return terms ?? defaultTerms(eventId);
  }

  async upsertTerms(terms: MeetingTerms): Promise<void> {
    await this.terms.upsert({ ...terms }, ['eventId']);
  }

  private get terms(): Repository<MeetingTerms> {
    return this.transactions.manager.getRepository(MeetingTerms);
  }

  private get wishes(): Repository<MeetingWish> {
    return this.transactions.manager.getRepository(MeetingWish);
  }

  private get absences(): Repository<MeetingAbsence> {
    return this.transactions.manager.getRepository(MeetingAbsence);
  }
}
