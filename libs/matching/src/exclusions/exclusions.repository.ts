import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { PairColumns } from '../pair-keys.js';
import { BlockedOrganization, HiddenMatch, type HiddenPair } from './exclusion.entity.js';

type PageWish = Readonly<{ first: number; after?: string | null }>;

/** Every query on what organizations do not want to be proposed. */
@Injectable()
export class ExclusionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Hides a match unless it is hidden; the unique key decides between two at once. */
  async insertHiddenMatch(row: HiddenMatch): Promise<HiddenMatch> {
    await this.transactions.query(
      `insert into hidden_match (id, organization_id, need_id, supplier_id, hidden_by_id, hidden_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (organization_id, need_id, supplier_id) do nothing`,
      [row.id, row.organizationId, row.needId, row.supplierId, row.hiddenById, row.hiddenAt],
    );
    const { organizationId, needId, supplierId } = row;
    return this.hidden.findOneByOrFail({ organizationId, needId, supplierId });
  }

  /** Shows a match again; nothing happens to one that is not hidden. */
  async deleteHiddenMatch({ organizationId, needId, supplierId }: HiddenPair): Promise<void> {
    await this.hidden.delete({ organizationId, needId, supplierId });
  }

  /** Blocks an organization unless it is blocked. */
  async insertBlock(row: BlockedOrganization): Promise<BlockedOrganization> {
    await this.transactions.query(
      `insert into blocked_organization (id, organization_id, blocked_id, blocked_by_id, blocked_at)
       values ($1, $2, $3, $4, $5) on conflict (organization_id, blocked_id) do nothing`,
      [row.id, row.organizationId, row.blockedId, row.blockedById, row.blockedAt],
    );
    const { organizationId, blockedId } = row;
    return this.blocked.findOneByOrFail({ organizationId, blockedId });
  }

  /** Lifts a block; nothing happens where there is none. */
  async deleteBlock(organizationId: string, blockedId: string): Promise<void> {
    await this.blocked.delete({ organizationId, blockedId });
  }

  /** The suppliers that a buyer is not to be proposed for a need: hidden by it, and blocked by either. */
  async findExcludedSuppliers(need: {
    readonly id: string;
    readonly organizationId: string;
  }): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select supplier_id as id from hidden_match where organization_id = $1 and need_id = $2
        union select blocked_id from blocked_organization where organization_id = $1
        union select organization_id from blocked_organization where blocked_id = $1`,
      [need.organizationId, need.id],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of some suppliers a buyer is not to be proposed for some of its needs: hidden by it, and blocked by either. */
  async findExcludedPairs(
    buyerId: string,
    {
      needIds,
      supplierIds,
    }: { readonly needIds: readonly string[]; readonly supplierIds: readonly string[] },
  ): Promise<{ needId: string; supplierId: string }[]> {
    return this.transactions.query(
      `select need_id as "needId", supplier_id as "supplierId" from hidden_match
        where organization_id = $1 and need_id = any($2::uuid[]) and supplier_id = any($3::uuid[])
        union
       select n, s from unnest($2::uuid[]) n, unnest($3::uuid[]) s
        where exists (select from blocked_organization b
                       where (b.organization_id = $1 and b.blocked_id = s) or (b.organization_id = s and b.blocked_id = $1))`,
      [buyerId, needIds, supplierIds],
    );
  }

  /** The needs, of some, that a supplier is not to be proposed: hidden by it, or of a named buyer where either blocks. */
  async findExcludedNeeds(supplierId: string, needIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select need_id as id from hidden_match
        where organization_id = $1 and supplier_id = $1 and need_id = any($2::uuid[])
        union
       select n.id from procurement_need n join blocked_organization b
              on (b.organization_id = $1 and b.blocked_id = n.organization_id)
              or (b.blocked_id = $1 and b.organization_id = n.organization_id)
        where n.id = any($2::uuid[]) and n.alias is null`,
      [supplierId, needIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Per supplier, of some, and need, of some: the needs that it is not to be proposed. */
  findExcludedNeedsOfAny(
    supplierIds: readonly string[],
    needIds: readonly string[],
  ): Promise<{ organizationId: string; otherId: string }[]> {
    return this.transactions.query(
      `select organization_id as "organizationId", need_id as "otherId" from hidden_match
        where organization_id = supplier_id and supplier_id = any($1::uuid[]) and need_id = any($2::uuid[])
        union
       select s, n.id from unnest($1::uuid[]) s cross join procurement_need n
        where n.id = any($2::uuid[]) and n.alias is null
          and exists (select from blocked_organization b
                       where (b.organization_id = s and b.blocked_id = n.organization_id)
                          or (b.organization_id = n.organization_id and b.blocked_id = s))`,
      [supplierIds, needIds],
    );
  }

  /** Per organization, of some: those that it blocks or that block it. */
  findBlocksOfAny(
    organizationIds: readonly string[],
  ): Promise<{ organizationId: string; otherId: string }[]> {
    return this.transactions.query(
      `select organization_id as "organizationId", blocked_id as "otherId" from blocked_organization
        where organization_id = any($1::uuid[])
        union
       select blocked_id, organization_id from blocked_organization where blocked_id = any($1::uuid[])`,
      [organizationIds],
    );
  }

  /** Whether the buyer itself hid a supplier for a need, or blocked it; what the supplier did is not looked at. */
  async isExcludedByBuyer(
    need: { readonly id: string; readonly organizationId: string },
    supplierId: string,
  ): Promise<boolean> {
    const [row] = await this.transactions.query<{ away: boolean }>(
      `select exists (select from hidden_match where organization_id = $1 and need_id = $2 and supplier_id = $3)
           or exists (select from blocked_organization where organization_id = $1 and blocked_id = $3) as away`,
      [need.organizationId, need.id, supplierId],
    );
    return row?.away === true;
  }

  /** Which of some needs and suppliers are hidden, by whichever side. */
  findHiddenPairs({ needIds, otherIds }: PairColumns): Promise<HiddenMatch[]> {
    return this.hidden
      .createQueryBuilder('hidden')
      .where(
        '(hidden.needId, hidden.supplierId) in (select * from unnest(:needIds::uuid[], :otherIds::uuid[]))',
        { needIds, otherIds },
      )
      .getMany();
  }

  /** A page of what an organization has hidden, the latest first. */
  findHiddenPage(organizationId: string, wish: PageWish): Promise<Connection<HiddenMatch>> {
    const list = this.hidden
      .createQueryBuilder('hidden')
      .where('hidden.organizationId = :organizationId', { organizationId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** A page of whom an organization has blocked, the latest first. */
  findBlockedPage(organizationId: string, wish: PageWish): Promise<Connection<BlockedOrganization>> {
    const list = this.blocked
      .createQueryBuilder('blocked')
      .where('blocked.organizationId = :organizationId', { organizationId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get hidden() {
    return this.transactions.manager.getRepository(HiddenMatch);
  }

  private get blocked() {
    return this.transactions.manager.getRepository(BlockedOrganization);
  }
}

/** What a person hid and blocked for an organization: that stays the organization's, without the person. */
@Injectable()
export class ExclusionsHolder extends StoredDataHolder {
  readonly section = 'matchExclusions';
  readonly columns = ['hidden_match.hidden_by_id', 'blocked_organization.blocked_by_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      hiddenMatches: await this.transactions.query<object>(
        `select hidden_at as "hiddenAt", organization_id as "organizationId", need_id as "needId",
                supplier_id as "supplierId" from hidden_match where hidden_by_id = $1 order by id`,
        [userId],
      ),
      blockedOrganizations: await this.transactions.query<object>(
        `select blocked_at as "blockedAt", organization_id as "organizationId", blocked_id as "blockedId"
           from blocked_organization where blocked_by_id = $1 order by id`,
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update hidden_match set hidden_by_id = null where hidden_by_id = $1', [
      userId,
    ]);
    await this.transactions.query(
      'update blocked_organization set blocked_by_id = null where blocked_by_id = $1',
      [userId],
    );
  }
}
