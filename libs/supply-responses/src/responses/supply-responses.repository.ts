import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import type { PairColumns } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { type Repository, type SelectQueryBuilder } from 'typeorm';
import { SupplyResponse } from './supply-response.entity.js';
import type { SupplyResponseState } from './supply-response.enums.js';

/** What a list of responses is narrowed to. */
export interface SupplyResponseFilter {
  readonly needId?: string;
  /** Suppliers; all when left out. */
  readonly organizationIds?: readonly string[];
  readonly state?: SupplyResponseState | null;
}

/** Every query on the table of supply responses. */
@Injectable()
export class SupplyResponsesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A response by key. */
  find(id: string): Promise<SupplyResponse | null> {
    return this.table.findOneBy({ id });
  }

  /** A response, kept from others until the transaction ends. */
  lock(id: string): Promise<SupplyResponse | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What an organization answered to a need, kept from others until the transaction ends. */
  lockOf(needId: string, organizationId: string): Promise<SupplyResponse | null> {
    return this.table.findOne({ where: { needId, organizationId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a response. */
  async insert(response: SupplyResponse): Promise<void> {
    await this.table.insert({ ...response });
  }

  /** Stores a changed response. */
  async save(response: SupplyResponse): Promise<void> {
    const { id, ...columns } = response;
    await this.table.update({ id }, columns);
  }

  /** The responses to some needs that stand, whatever the buyer said to them; of one supplier or of all. */
  standing({
    needIds,
    organizationId,
  }: {
    readonly needIds: readonly string[];
    readonly organizationId?: string;
  }): Promise<SupplyResponse[]> {
    const list = this.table
      .createQueryBuilder('response')
      .where('response.needId = any(:needIds)', { needIds })
      .andWhere(`response.state <> 'WITHDRAWN'`);
    narrow(list, organizationId ? { organizationIds: [organizationId] } : {});
    return list.getMany();
  }

  /** The responses of some suppliers to some needs, whatever became of them. */
  ofPairs({ needIds, otherIds }: PairColumns): Promise<SupplyResponse[]> {
    return this.table
      .createQueryBuilder('response')
      .where(
        '(response.needId, response.organizationId) in (select * from unnest(:needIds::uuid[], :otherIds::uuid[]))',
        { needIds, otherIds },
      )
      .getMany();
  }

  /** The suppliers whose answers to a need stand, whatever the buyer said to them. */
  async suppliersOf(needId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select organization_id as id from supply_response where need_id = $1 and state <> 'WITHDRAWN'`,
      [needId],
    );
    return rows.map(({ id }) => id);
  }

  /** A page of responses, newest first. */
  page(
    filter: SupplyResponseFilter,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<SupplyResponse>> {
    const list = this.table.createQueryBuilder('response');
    narrow(list, filter);
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get table(): Repository<SupplyResponse> {
    return this.transactions.manager.getRepository(SupplyResponse);
  }
}

function narrow(list: SelectQueryBuilder<SupplyResponse>, filter: SupplyResponseFilter): void {
  const { needId, organizationIds, state } = filter;
  if (needId) list.andWhere('response.needId = :needId', { needId });
  if (organizationIds) list.andWhere('response.organizationId = any(:organizationIds)', { organizationIds });
  if (state) list.andWhere('response.state = :state', { state });
}
