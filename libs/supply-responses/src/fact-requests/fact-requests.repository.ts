import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { FactRequest } from './fact-request.entity.js';

/** Every query on the table of fact requests. */
@Injectable()
export class FactRequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A request by key. */
  find(id: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ id });
  }

  /** What a company was asked about a need. */
  findOf(needId: string, organizationId: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ needId, organizationId });
  }

  /** The request behind a link. */
  byToken(tokenHash: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ tokenHash });
  }

  /** A request by key or link, kept from others until the transaction ends. */
  lock(which: { id: string } | { tokenHash: string }): Promise<FactRequest | null> {
    return this.table.findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a request. */
  async insert(request: FactRequest): Promise<void> {
    await this.table.insert({ ...request });
  }

  /** Stores a changed request. */
  async save(request: FactRequest): Promise<void> {
    const { id, ...columns } = request;
    await this.table.update({ id }, columns);
  }

  /** A page of the requests of a need, newest first. */
  page(needId: string, wish: { first: number; after?: string | null }): Promise<Connection<FactRequest>> {
    const list = this.table.createQueryBuilder('request').where('request.needId = :needId', { needId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** Forgets where links were sent whose time ended before an instant. */
  async forgetContacts(endedBefore: Date): Promise<void> {
    await this.transactions.query(
      `update fact_request set contact_mask = null, contact_hash = null
        where expires_at < $1 and (contact_mask is not null or contact_hash is not null)`,
      [endedBefore],
    );
  }

  private get table(): Repository<FactRequest> {
    return this.transactions.manager.getRepository(FactRequest);
  }
}
