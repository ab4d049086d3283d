import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { CollectionDistrict, NeedCollection } from './need-collection.entity.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** The collections for events. */
@Injectable()
export class EventCollectionsLoader extends BatchListLoader<NeedCollection> {
  constructor(private readonly collections: NeedCollectionsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<NeedCollection[]> {
    return this.collections.findCollectionsOfEvents(eventIds);
  }

  protected keyOf({ eventId }: NeedCollection): string {
    return eventId;
  }
}

/** The districts of collections. */
@Injectable()
export class CollectionDistrictsLoader extends BatchListLoader<CollectionDistrict> {
  constructor(private readonly collections: NeedCollectionsRepository) {
    super();
  }

  protected fetch(collectionIds: readonly string[]): Promise<CollectionDistrict[]> {
    return this.collections.findDistricts(collectionIds);
  }

  protected keyOf({ collectionId }: CollectionDistrict): string {
    return collectionId;
  }
}

/** How many needs districts have handed in. */
@Injectable()
export class HandedInLoader extends BatchLoader<{ id: string; handedIn: number }> {
  constructor(private readonly collections: NeedCollectionsRepository) {
    super();
  }

  protected fetch(districtIds: readonly string[]): Promise<{ id: string; handedIn: number }[]> {
    return this.collections.countHandedIn(districtIds);
  }

  protected keyOf({ id }: { id: string }): string {
    return id;
  }
}
