import { findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { ProcurementNeed } from './procurement-need.entity.js';
import { NeedKind, NeedState } from './procurement-need.enums.js';

/** For whom a list is made: the organizations of the viewer, and whether it is staff. */
export interface NeedAudience {
  readonly organizationIds: readonly string[];
  readonly staff: boolean;
}

/** What the list of open needs is narrowed to. */
export interface OpenNeedFilter {
  readonly kind?: NeedKind | null;
  readonly smeReserved?: boolean | null;
}

type PageWish = Readonly<{ first: number; after?: string | null }>;

/** SQL: whether the organization of some id is verified, as {@link NeedStanding.verified} says. */
export const verifiedSupplier = (id: string): string =>
  `exists (select 1 from organization o where o.id = ${id} and o.claim_state = 'CLAIMED')`;
/** SQL: whether the organization of some id was invited to a need. */
export const invitedSupplier = (needId: string, id: string): string =>
  `exists (select 1 from need_invitation i where i.need_id = ${needId} and i.organization_id = ${id})`;

/** The same law as `addresses`, said in SQL of a need and the id of an organization; with no id only public needs pass. */
export const addressesSupplier = (need: string, id: string): string =>
  `(${need}.visibility = 'PUBLIC'
    or (${need}.visibility = 'VERIFIED_SUPPLIERS' and ${verifiedSupplier(id)})
    or (${need}.visibility = 'INVITED_ONLY' and ${invitedSupplier(`${need}.id`, id)}))`;

/** The same law as `maySeeNeed`, said in SQL, so that a page is filled with what its reader may see. */
const VISIBLE = `(need.organizationId = any(:mine) or ${addressesSupplier('need', 'any(:mine)')})`;

/** Every query on the table of needs. */
@Injectable()
export class ProcurementNeedsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A need by key. */
  find(id: string): Promise<ProcurementNeed | null> {
    return this.table.findOneBy({ id });
  }

  /** Needs by key, in any order. */
  findMany(ids: readonly string[]): Promise<ProcurementNeed[]> {
    return findByKeys(this.table, ids);
  }

  /** A need, kept from others until the transaction ends, so that its state and version are the latest. */
  lock(id: string): Promise<ProcurementNeed | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a need. */
  async insert(need: ProcurementNeed): Promise<void> {
    await this.table.insert({ ...need });
  }

  /** Stores a changed need. */
  async save(need: ProcurementNeed): Promise<void> {
    const { id, ...columns } = need;
    await this.table.update({ id }, columns);
  }

  /** A page of the open needs that the audience may see, the nearest reply deadline first. */
  openPage(
    audience: NeedAudience,
    filter: OpenNeedFilter,
    now: Date,
    wish: PageWish,
  ): Promise<Connection<ProcurementNeed>> {
    const list = this.list().where(`need.state = 'PUBLISHED'`).andWhere('need.replyDeadline > :now', { now });
    visibleTo(list, audience);
    if (filter.kind) list.andWhere('need.kind = :kind', { kind: filter.kind });
    if (filter.smeReserved !== null && filter.smeReserved !== undefined)
      list.andWhere('need.smeReserved = :smeReserved', { smeReserved: filter.smeReserved });
    return keysetPage(
      list,
      [
        { property: 'replyDeadline', direction: 'ASC' },
        { property: 'id', direction: 'ASC' },
      ],
      wish,
    );
  }

  /** A page of everything that a buyer wrote, drafts too, newest first. */
  ownPage(
    organizationId: string,
    state: NeedState | null,
    wish: PageWish,
  ): Promise<Connection<ProcurementNeed>> {
    const list = this.list().where('need.organizationId = :organizationId', { organizationId });
    if (state) list.andWhere('need.state = :state', { state });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** A page of the needs under which a buyer stands by its name and that the audience may see, newest first. */
  namedPage(
    organizationId: string,
    audience: NeedAudience,
    state: NeedState | null,
    wish: PageWish,
  ): Promise<Connection<ProcurementNeed>> {
    const list = this.list()
      .where('need.organizationId = :organizationId', { organizationId })
      .andWhere('need.publishedAt is not null');
    visibleTo(list, audience);
    if (!audience.staff) list.andWhere('need.alias is null');
    if (state) list.andWhere('need.state = :state', { state });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** Keys of the newest open needs of some buyers, at most so many of each. */
  async openOf(organizationIds: readonly string[], each: number, now: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select n.id from unnest($1::uuid[]) b(id) cross join lateral (
         select id from procurement_need where organization_id = b.id and state = 'PUBLISHED' and reply_deadline > $3
          order by id desc limit $2) n`,
      [organizationIds, each, now],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Keys of the newest open needs of some buyers that show the buyer's name and address a supplier, at most `each` of every
   * buyer; without a supplier only public ones. Other needs do not count: the absence of a public one would reveal them.
   */
  async openNamedOf(
    organizationIds: readonly string[],
    supplierId: string | null,
    each: number,
    now: Date,
  ): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select n.id from unnest($1::uuid[]) b(id) cross join lateral (
         select id from procurement_need p
          where organization_id = b.id and state = 'PUBLISHED' and reply_deadline > $3 and alias is null
            and ${addressesSupplier('p', '$4::uuid')}
          order by id desc limit $2) n`,
      [organizationIds, each, now, supplierId],
    );
    return rows.map(({ id }) => id);
  }

  private list(): SelectQueryBuilder<ProcurementNeed> {
    return this.table.createQueryBuilder('need');
  }

  private get table(): Repository<ProcurementNeed> {
    return this.transactions.manager.getRepository(ProcurementNeed);
  }
}

function visibleTo(list: SelectQueryBuilder<ProcurementNeed>, audience: NeedAudience): void {
  if (audience.staff) return;
  if (audience.organizationIds.length === 0) list.andWhere(`need.visibility = 'PUBLIC'`);
  else list.andWhere(VISIBLE, { mine: audience.organizationIds });
}
