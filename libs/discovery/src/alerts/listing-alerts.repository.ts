import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { ListingAlert } from './listing-alert.entity.js';

/** Every query on what was found for whom. */
@Injectable()
export class ListingAlertsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds alerts in one statement; gives those whose reader had not been told of the listing, nor was about to be. */
  async add(alerts: readonly ListingAlert[]): Promise<ListingAlert[]> {
    if (alerts.length === 0) return [];
    const added = await this.table
      .createQueryBuilder()
      .insert()
      .values(alerts.map((alert) => ({ ...alert })))
      .orIgnore()
      .returning('id')
      .execute();
    const ids = new Set((added.raw as { id: string }[]).map(({ id }) => id));
    return alerts.filter(({ id }) => ids.has(id));
  }

  /** What waits for a search's digest, oldest first, kept from others until the transaction ends. */
  open(savedSearchId: string): Promise<ListingAlert[]> {
    return this.table
      .createQueryBuilder('alert')
      .setLock('pessimistic_write')
      .where('alert.savedSearchId = :savedSearchId and alert.settledAt is null', { savedSearchId })
      .orderBy('alert.id')
      .getMany();
  }

  /** The reader was told, or need not be any more. */
  async settle(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await this.table.update({ id: In([...ids]) }, { settledAt: at });
  }

  private get table(): Repository<ListingAlert> {
    return this.transactions.manager.getRepository(ListingAlert);
  }
}
