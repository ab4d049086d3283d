import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { EventRepresentative } from './event-registration.entity.js';

/** Every query on the table of representatives. */
@Injectable()
export class EventRepresentativesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The representatives of registrations, in the order in which they were named. */
  findRepresentatives(registrationIds: readonly string[]): Promise<EventRepresentative[]> {
    return this.table
      .createQueryBuilder('person')
      .where('person.registrationId = any(:registrationIds)', { registrationIds })
      .orderBy('person.position', 'ASC')
      .getMany();
  }

  /** A page of those who have a place at an event. */
  findExpectedPage(
    eventId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<EventRepresentative>> {
    const list = this.table
      .createQueryBuilder('person')
      .where('person.eventId = :eventId', { eventId })
      .andWhere(
        `exists (select from event_registration r where r.id = person.registrationId and r.state = 'CONFIRMED')`,
      );
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** A representative, kept from others. */
  lockRepresentative(id: string): Promise<EventRepresentative | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findRepresentative(id: string): Promise<EventRepresentative | null> {
    return this.table.findOneBy({ id });
  }

  findRepresentativesByKey(ids: readonly string[]): Promise<EventRepresentative[]> {
    return this.table.createQueryBuilder('person').where('person.id = any(:ids)', { ids }).getMany();
  }

  async insertRepresentatives(people: readonly EventRepresentative[]): Promise<void> {
    await this.table.insert([...people]);
  }

  async saveRepresentative(person: EventRepresentative): Promise<void> {
    const { id, ...columns } = person;
    await this.table.update({ id }, columns);
  }

  private get table(): Repository<EventRepresentative> {
    return this.transactions.manager.getRepository(EventRepresentative);
  }
}
