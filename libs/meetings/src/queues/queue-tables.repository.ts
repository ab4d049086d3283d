import { findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { LIVE_NUMBERS, QueueNumber, QueueNumberState, QueueTable } from './queue-table.entity.js';
import type { QueueStanding } from './wait-estimate.js';

/** The latest talks from which it is known how long one takes. */
const LATEST_TALKS = 9;

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Every query on queue tables and their numbers. */
@Injectable()
export class QueueTablesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The tables of an event, by label. */
  findEventTables(eventId: string): Promise<QueueTable[]> {
    return this.tables.find({ where: { eventId }, order: { label: 'ASC', id: 'ASC' } });
  }

  /** A table, kept from others: whoever draws or calls at it waits. */
  lockTable(id: string): Promise<QueueTable | null> {
    return this.tables.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findTable(id: string): Promise<QueueTable | null> {
    return this.tables.findOneBy({ id });
  }

  /** Tables by key, in any order. */
  findTables(ids: readonly string[]): Promise<QueueTable[]> {
    return findByKeys(this.tables, ids);
  }

  findTableByLabel(eventId: string, label: string): Promise<QueueTable | null> {
    return this.tables.findOneBy({ eventId, label });
  }

  async insertTable(place: QueueTable): Promise<void> {
    await this.tables.insert({ ...place });
  }

  async saveTable({ id, ...columns }: QueueTable): Promise<void> {
    await this.tables.update({ id }, columns);
  }

  findNumber(id: string): Promise<QueueNumber | null> {
    return this.numbers.findOneBy({ id });
  }

  async insertNumber(number: QueueNumber): Promise<void> {
    await this.numbers.insert({ ...number });
  }

  async saveNumber({ id, ...columns }: QueueNumber): Promise<void> {
    await this.numbers.update({ id }, columns);
  }

  /** The number of a participant at a table that waits or is called. */
  findLiveNumber(queueTableId: string, registrationId: string): Promise<QueueNumber | null> {
    return this.numbers
      .createQueryBuilder('number')
      .where('number.queueTableId = :queueTableId', { queueTableId })
      .andWhere('number.registrationId = :registrationId', { registrationId })
      .andWhere('number.state = any(:live)', { live: LIVE_NUMBERS })
      .getOne();
  }

  findCalledNumber(queueTableId: string): Promise<QueueNumber | null> {
    return this.numbers.findOneBy({ queueTableId, state: QueueNumberState.CALLED });
  }

  /** The numbers of a table that wait, whose turn comes first first. */
  findWaitingNumbers(queueTableId: string, limit: number): Promise<QueueNumber[]> {
    return this.numbers.find({
      where: { queueTableId, state: QueueNumberState.WAITING },
      order: { number: 'ASC' },
      take: limit,
    });
  }

  /** A page of the numbers of a table, by number; those that were given back are left out. */
  findLinePage(queueTableId: string, wish: PageWish): Promise<Connection<QueueNumber>> {
    const list = this.numbers
      .createQueryBuilder('number')
      .where('number.queueTableId = :queueTableId', { queueTableId })
      .andWhere(`number.state = any(:states)`, { states: [...LIVE_NUMBERS, QueueNumberState.SKIPPED] });
    return keysetPage(list, [{ property: 'number', direction: 'ASC' }], wish);
  }

  /** A page of what a participant drew, the latest first. */
  findDrawnPage(registrationId: string, wish: PageWish): Promise<Connection<QueueNumber>> {
    const list = this.numbers
      .createQueryBuilder('number')
      .where('number.registrationId = :registrationId', { registrationId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** How the lines of some tables stand. */
  findStandings(ids: readonly string[]): Promise<QueueStanding[]> {
    return this.transactions.query(
      `select t.id, c.number as called, c.called_at as "calledAt",
              (select count(*)::int from queue_number w where w.queue_table_id = t.id and w.state = 'WAITING') as waiting,
              array(select extract(epoch from d.ended_at - d.called_at)::float8 / 60 from queue_number d
                     where d.queue_table_id = t.id and d.state = 'DONE'
                     order by d.ended_at desc, d.id desc limit ${LATEST_TALKS}) as "recentMinutes"
         from queue_table t left join queue_number c on c.queue_table_id = t.id and c.state = 'CALLED'
        where t.id = any($1)`,
      [ids],
    );
  }

  /** How many stand before each of some numbers that wait. */
  countAhead(ids: readonly string[]): Promise<{ id: string; ahead: number }[]> {
    return this.transactions.query(
      `select n.id, (select count(*)::int from queue_number o where o.queue_table_id = n.queue_table_id
                        and o.state = 'WAITING' and o.number < n.number) as ahead
         from queue_number n where n.id = any($1) and n.state = 'WAITING'`,
      [ids],
    );
  }

  private get tables(): Repository<QueueTable> {
    return this.transactions.manager.getRepository(QueueTable);
  }

  private get numbers(): Repository<QueueNumber> {
    return this.transactions.manager.getRepository(QueueNumber);
  }
}
