import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MeetingRequest } from './meeting-request.entity.js';

/** Every query on requests for meetings. */
@Injectable()
export class MeetingRequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  find(id: string): Promise<MeetingRequest | null> {
    return this.table.findOneBy({ id });
  }

  /** A request, kept from others. */
  lock(id: string): Promise<MeetingRequest | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Requests that a registration has sent or received, the latest first. */
  page(
    registrationId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<MeetingRequest>> {
    const list = this.table
      .createQueryBuilder('request')
      .where('(request.fromRegistrationId = :registrationId or request.toRegistrationId = :registrationId)', {
        registrationId,
      });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  async insert(request: MeetingRequest): Promise<void> {
    await this.table.insert({ ...request });
  }

  async save(request: MeetingRequest): Promise<void> {
    const { id, ...columns } = request;
    await this.table.update({ id }, columns);
  }

  private get table(): Repository<MeetingRequest> {
    return this.transactions.manager.getRepository(MeetingRequest);
  }
}
