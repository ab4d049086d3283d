import { findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { Capability } from './capability.entity.js';
import { CapabilityState } from './capability.enums.js';

/** What a list of capabilities is narrowed to. */
interface CapabilityFilter {
  readonly organizationId: string;
  readonly states?: readonly CapabilityState[];
}

/** Every query on the table of capabilities. */
@Injectable()
export class CapabilitiesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A capability by key. */
  findCapability(id: string): Promise<Capability | null> {
    return this.table.findOneBy({ id });
  }

  /** Capabilities by key, in any order. */
  findCapabilities(ids: readonly string[]): Promise<Capability[]> {
    return findByKeys(this.table, ids);
  }

  /** A capability, kept from others until the transaction ends, so that its version is the latest. */
  lockCapability(id: string): Promise<Capability | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a capability. */
  async insertCapability(capability: Capability): Promise<void> {
    await this.table.insert({ ...capability });
  }

  /** Stores a changed capability. */
  async saveCapability(capability: Capability): Promise<void> {
    const { id, ...columns } = capability;
    await this.table.update({ id }, columns);
  }

  /** A page of an organization's capabilities, newest first. */
  pageCapabilities(
    filter: CapabilityFilter,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Capability>> {
    const list = this.table
      .createQueryBuilder('capability')
      .where('capability.organizationId = :organizationId', { organizationId: filter.organizationId });
    if (filter.states) list.andWhere('capability.state = any(:states)', { states: filter.states });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get table(): Repository<Capability> {
    return this.transactions.manager.getRepository(Capability);
  }
}
