import { findByKeys, keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import {
  CollectedNeed,
  CollectedNeedInvitation,
  CollectionDistrict,
  NeedCollection,
} from './need-collection.entity.js';

/** Every query on the tables of collections. */
@Injectable()
export class NeedCollectionsRepository {
  constructor(private readonly transactions: Transactions) {}

  findCollection(id: string): Promise<NeedCollection | null> {
    return this.collections.findOneBy({ id });
  }

  findMany(ids: readonly string[]): Promise<NeedCollection[]> {
    return findByKeys(this.collections, ids);
  }

  /** The collections for events. */
  findCollectionsOfEvents(eventIds: readonly string[]): Promise<NeedCollection[]> {
    return this.collections
      .createQueryBuilder('collection')
      .where('collection.eventId = any(:eventIds)', { eventIds })
      .orderBy('collection.id', 'ASC')
      .getMany();
  }

  /** The districts of collections, in the bureau's order. */
  findDistricts(collectionIds: readonly string[]): Promise<CollectionDistrict[]> {
    return this.districts
      .createQueryBuilder('district')
      .where('district.collectionId = any(:collectionIds)', { collectionIds })
      .orderBy('district.position', 'ASC')
      .getMany();
  }

  /** How many needs each district has handed in. */
  countHandedIn(districtIds: readonly string[]): Promise<{ id: string; handedIn: number }[]> {
    return this.transactions.query(
      `select d.id, count(n.id)::int as "handedIn" from collection_district d
         left join collected_need n on n.district_id = d.id and n.state in ('SUBMITTED', 'ACCEPTED')
        where d.id = any($1) group by 1`,
      [districtIds],
    );
  }

  async insertCollection(
    collection: NeedCollection,
    districts: readonly CollectionDistrict[],
  ): Promise<void> {
    await this.collections.insert({ ...collection });
    await this.districts.insert([...districts]);
  }

  /** A page of collected needs, of some districts or of all. */
  findNeedPage(
    { collectionId, districtIds }: { collectionId: string; districtIds: readonly string[] | null },
    wish: { first: number; after?: string | null },
  ): Promise<Connection<CollectedNeed>> {
    const list = this.collected
      .createQueryBuilder('collected')
      .where('collected.collectionId = :collectionId', { collectionId });
    if (districtIds) list.andWhere('collected.districtId = any(:districtIds)', { districtIds });
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** Everything that was handed in, by district. */
  findNeeds(collectionId: string): Promise<CollectedNeed[]> {
    return this.collected.find({ where: { collectionId }, order: { districtId: 'ASC', id: 'ASC' } });
  }

  findNeed(id: string): Promise<CollectedNeed | null> {
    return this.collected.findOneBy({ id });
  }

  /** A collected need, kept from others. */
  lockNeed(id: string): Promise<CollectedNeed | null> {
    return this.collected.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insertNeed(need: CollectedNeed): Promise<void> {
    await this.collected.insert({ ...need });
  }

  async saveNeed(need: CollectedNeed): Promise<void> {
    const { id, ...columns } = need;
    await this.collected.update({ id }, columns);
  }

  /** Invites suppliers; who is invited already stays so. Gives those who are new. */
  async insertInvitations(
    collectedNeedId: string,
    organizationIds: readonly string[],
    at: Date,
  ): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `insert into collected_need_invitation (collected_need_id, organization_id, invited_at)
       select $1, unnest($2::uuid[]), $3 on conflict do nothing returning organization_id as id`,
      [collectedNeedId, organizationIds, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Who is invited because of a collected need. */
  async findInvited(collectedNeedId: string): Promise<string[]> {
    const rows = await this.invitations.find({ where: { collectedNeedId }, order: { invitedAt: 'ASC' } });
    return rows.map(({ organizationId }) => organizationId);
  }

  private get collections(): Repository<NeedCollection> {
    return this.transactions.manager.getRepository(NeedCollection);
  }

  private get districts(): Repository<CollectionDistrict> {
    return this.transactions.manager.getRepository(CollectionDistrict);
  }

  private get collected(): Repository<CollectedNeed> {
    return this.transactions.manager.getRepository(CollectedNeed);
  }

  private get invitations(): Repository<CollectedNeedInvitation> {
    return this.transactions.manager.getRepository(CollectedNeedInvitation);
  }
}

/** Which needs a delegate wrote down. The needs are the companies' and stay; who wrote them down does not. */
@Injectable()
export class CollectedNeedsHolder extends StoredDataHolder {
  readonly section = 'collectedNeeds';
  readonly columns = ['collected_need.entered_by'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select collection_id as "collectionId", title, created_at as "createdAt"
         from collected_need where entered_by = $1 order by created_at`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update collected_need set entered_by = null where entered_by = $1', [
      userId,
    ]);
  }
}
