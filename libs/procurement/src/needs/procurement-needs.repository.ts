import { findByKeys, keysetPage, Transactions } from '@app/database';
import { BatchListLoader, BatchLoader, type Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository, type SelectQueryBuilder } from 'typeorm';
import { addressesSql } from './need-audience.js';
import { NeedLine } from './need-line.entity.js';
import { ProcurementNeed } from './procurement-need.entity.js';
import { NeedKind, NeedState } from './procurement-need.enums.js';

/** The reader of a list: the organizations of the viewer, and whether it is staff. */
export interface NeedAudience {
  readonly organizationIds: readonly string[];
  readonly staff: boolean;
}

/** Filters of the list of open needs. */
export interface OpenNeedFilter {
  readonly kind?: NeedKind | null;
  readonly smeReserved?: boolean | null;
}

type PageWish = Readonly<{ first: number; after?: string | null }>;

/** `maySeeNeed` in SQL for viewers other than staff, so that a page is filled with needs that its reader may see. */
const VISIBLE = `(need.organizationId = any(:mine) or ${addressesSql('need', 'any(:mine)')})`;

/** All queries on the table of needs. */
@Injectable()
export class ProcurementNeedsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A need by key. */
  findNeed(id: string): Promise<ProcurementNeed | null> {
    return this.table.findOneBy({ id });
  }

  /** Needs by key, in any order. */
  findNeeds(ids: readonly string[]): Promise<ProcurementNeed[]> {
    return findByKeys(this.table, ids);
  }

  /** A need with its latest state and version, locked until the transaction ends. */
  lockNeed(id: string): Promise<ProcurementNeed | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds a need. */
  async insertNeed(need: ProcurementNeed): Promise<void> {
    await this.table.insert({ ...need });
  }

  /** Stores a changed need. */
  async saveNeed(need: ProcurementNeed): Promise<void> {
    const { id, ...columns } = need;
    await this.table.update({ id }, columns);
  }

  /** A page of the open needs that the audience may see, the nearest reply deadline first. */
  listOpenNeeds(
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

  /** A page of all needs of a buyer, including drafts, newest first. */
  listOwnNeeds(
    organizationId: string,
    state: NeedState | null,
    wish: PageWish,
  ): Promise<Connection<ProcurementNeed>> {
    const list = this.list().where('need.organizationId = :organizationId', { organizationId });
    if (state) list.andWhere('need.state = :state', { state });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** A page of the published needs of a buyer that show its name and that the audience may see, newest first. */
  listNamedNeeds(
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

  /** Ids of the newest open needs of some buyers, at most `each` per buyer. */
  async findOpenNeedIds(organizationIds: readonly string[], each: number, now: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select n.id from unnest($1::uuid[]) b(id) cross join lateral (
         select id from procurement_need where organization_id = b.id and state = 'PUBLISHED' and reply_deadline > $3
          order by id desc limit $2) n`,
      [organizationIds, each, now],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Ids of the newest open needs of some buyers that show the buyer's name and address a supplier, at most `each` per buyer;
   * without a supplier only public ones. Other needs do not use up `each`: a missing public need would reveal them.
   */
  async findOpenNamedNeedIds(
    organizationIds: readonly string[],
    supplierId: string | null,
    each: number,
    now: Date,
  ): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select n.id from unnest($1::uuid[]) b(id) cross join lateral (
         select id from procurement_need p
          where organization_id = b.id and state = 'PUBLISHED' and reply_deadline > $3 and alias is null
            and ${addressesSql('p', '$4::uuid')}
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

/** All queries on the table of line items. */
@Injectable()
export class NeedLinesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The lines of needs, ordered by need and position. */
  findLines(needIds: readonly string[]): Promise<NeedLine[]> {
    return this.table.find({
      where: { needId: In([...needIds]) },
      order: { needId: 'ASC', position: 'ASC' },
    });
  }

  /** Replaces all lines of a need. */
  async replaceLines(needId: string, lines: readonly NeedLine[]): Promise<void> {
    await this.table.delete({ needId });
    if (lines.length > 0) await this.table.insert(lines.map((line) => ({ ...line })));
  }

  private get table(): Repository<NeedLine> {
    return this.transactions.manager.getRepository(NeedLine);
  }
}

/** Loads needs by id in one statement. Callers check who may see them. */
@Injectable()
export class ProcurementNeedsLoader extends BatchLoader<ProcurementNeed> {
  constructor(private readonly needs: ProcurementNeedsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<ProcurementNeed[]> {
    return this.needs.findNeeds(ids);
  }

  protected keyOf(need: ProcurementNeed): string {
    return need.id;
  }
}

/** Loads the lines of many needs in one statement. */
@Injectable()
export class NeedLinesLoader extends BatchListLoader<NeedLine> {
  constructor(private readonly lines: NeedLinesRepository) {
    super();
  }

  protected fetch(needIds: readonly string[]): Promise<NeedLine[]> {
    return this.lines.findLines(needIds);
  }

  protected keyOf(line: NeedLine): string {
    return line.needId;
  }
}
