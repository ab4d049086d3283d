import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { EventTicketKey } from './check-in.entity.js';
import { newTicketKey } from './ticket-token.js';

/** The keys that sign tickets. */
@Injectable()
export class TicketKeysRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Makes the key of an event unless it has one; two at once make one. */
  async ensureKey(eventId: string): Promise<void> {
    await this.table
      .createQueryBuilder()
      .insert()
      .values({ eventId, ...newTicketKey(), createdAt: this.clock.now() })
      .orIgnore()
      .execute();
  }

  /** The keys of events. */
  findKeys(eventIds: readonly string[]): Promise<EventTicketKey[]> {
    return this.table.createQueryBuilder('key').where('key.eventId = any(:eventIds)', { eventIds }).getMany();
  }

  private get table(): Repository<EventTicketKey> {
    return this.transactions.manager.getRepository(EventTicketKey);
  }
}
