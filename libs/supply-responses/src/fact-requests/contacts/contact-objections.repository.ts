import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { ContactObjection } from './contact-objection.entity.js';

/** Every query on the table of objections. */
@Injectable()
export class ContactObjectionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether the holder of a number or address has objected. */
  has(contactHash: string): Promise<boolean> {
    return this.table.existsBy({ contactHash });
  }

  /** The holder objects; a second time changes nothing. */
  async add(contactHash: string, objectedAt: Date): Promise<void> {
    await this.table.createQueryBuilder().insert().values({ contactHash, objectedAt }).orIgnore().execute();
  }

  private get table(): Repository<ContactObjection> {
    return this.transactions.manager.getRepository(ContactObjection);
  }
}
