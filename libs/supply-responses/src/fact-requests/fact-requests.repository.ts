import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { ContactObjection, FactRequest } from './fact-request.entity.js';

/** All queries on the table of objections. */
@Injectable()
export class ContactObjectionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether the holder of a number or address has objected. */
  hasObjection(contactHash: string): Promise<boolean> {
    return this.table.existsBy({ contactHash });
  }

  /** Adds an objection; repeating it changes nothing. */
  async addObjection(contactHash: string, objectedAt: Date): Promise<void> {
    await this.table.createQueryBuilder().insert().values({ contactHash, objectedAt }).orIgnore().execute();
  }

  private get table(): Repository<ContactObjection> {
    return this.transactions.manager.getRepository(ContactObjection);
  }
}

/** All queries on the table of fact requests. */
@Injectable()
export class FactRequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A request by id. */
  findRequest(id: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ id });
  }

  /** The request to a company about a need. */
  findRequestTo(needId: string, organizationId: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ needId, organizationId });
  }

  /** The request behind a link. */
  findRequestByToken(tokenHash: string): Promise<FactRequest | null> {
    return this.table.findOneBy({ tokenHash });
  }

  /** A request by id or token, locked until the transaction ends. */
  lockRequest(which: { id: string } | { tokenHash: string }): Promise<FactRequest | null> {
    return this.table.findOne({ where: which, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a request. */
  async insertRequest(request: FactRequest): Promise<void> {
    await this.table.insert({ ...request });
  }

  /** Stores a changed request. */
  async saveRequest(request: FactRequest): Promise<void> {
    const { id, ...columns } = request;
    await this.table.update({ id }, columns);
  }

  /** A page of the requests of a need, newest first. */
  listRequests(
    needId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<FactRequest>> {
    const list = this.table.createQueryBuilder('request').where('request.needId = :needId', { needId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** Deletes the contacts of requests that expired before an instant. */
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
