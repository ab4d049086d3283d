import { keysetPage, Transactions } from '@app/database';
import { BatchLoader, type Connection } from '@app/kernel';
import { type PairColumns, pairKey, pairsOf } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { type Repository, type SelectQueryBuilder } from 'typeorm';
import { SupplyResponse } from './supply-response.entity.js';
import type { SupplyResponseState } from './supply-response.enums.js';

/** Filters of a list of responses. */
export interface SupplyResponseFilter {
  readonly needId?: string;
  /** Suppliers; all when left out. */
  readonly organizationIds?: readonly string[];
  readonly state?: SupplyResponseState | null;
}

/** All queries on the table of supply responses. */
@Injectable()
export class SupplyResponsesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A response by id. */
  findResponse(id: string): Promise<SupplyResponse | null> {
    return this.table.findOneBy({ id });
  }

  /** A response, locked until the transaction ends. */
  lockResponse(id: string): Promise<SupplyResponse | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The response of an organization to a need, locked until the transaction ends. */
  lockResponseTo(needId: string, organizationId: string): Promise<SupplyResponse | null> {
    return this.table.findOne({ where: { needId, organizationId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a response. */
  async insertResponse(response: SupplyResponse): Promise<void> {
    await this.table.insert({ ...response });
  }

  /** Stores a changed response. */
  async saveResponse(response: SupplyResponse): Promise<void> {
    const { id, ...columns } = response;
    await this.table.update({ id }, columns);
  }

  /** The responses to some needs that are not withdrawn, of one supplier or of all. */
  findActiveResponses({
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

  /** The responses of some pairs of need and supplier, in any state. */
  findResponsesOfPairs({ needIds, otherIds }: PairColumns): Promise<SupplyResponse[]> {
    return this.table
      .createQueryBuilder('response')
      .where(
        '(response.needId, response.organizationId) in (select * from unnest(:needIds::uuid[], :otherIds::uuid[]))',
        { needIds, otherIds },
      )
      .getMany();
  }

  /** The suppliers whose responses to a need are not withdrawn. */
  async findSupplierIds(needId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select organization_id as id from supply_response where need_id = $1 and state <> 'WITHDRAWN'`,
      [needId],
    );
    return rows.map(({ id }) => id);
  }

  /** A page of responses, newest first. */
  listResponses(
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

/** Loads responses by need and supplier in one statement. Callers check who may see them. */
@Injectable()
export class SupplyResponsesLoader extends BatchLoader<SupplyResponse> {
  constructor(private readonly responses: SupplyResponsesRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<SupplyResponse[]> {
    return this.responses.findResponsesOfPairs(pairsOf(keys));
  }

  protected keyOf({ needId, organizationId }: SupplyResponse): string {
    return pairKey(needId, organizationId);
  }
}

function narrow(list: SelectQueryBuilder<SupplyResponse>, filter: SupplyResponseFilter): void {
  const { needId, organizationIds, state } = filter;
  if (needId) list.andWhere('response.needId = :needId', { needId });
  if (organizationIds) list.andWhere('response.organizationId = any(:organizationIds)', { organizationIds });
  if (state) list.andWhere('response.state = :state', { state });
}
