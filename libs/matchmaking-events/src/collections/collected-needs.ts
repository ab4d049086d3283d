import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { CollectedNeed, NeedCollection } from './need-collection.entity.js';
import { type Collected, maySeeCollected, maySeeCollection } from './need-collection.policy.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** A collection as it stands, with its districts. */
export interface WholeCollection extends Collected {
  readonly collection: NeedCollection;
}

/** Finds collections and what was collected, for those who may see them. */
@Injectable()
export class CollectedNeeds {
  constructor(private readonly repository: NeedCollectionsRepository) {}

  /** A collection with its districts, whoever asks; throws NOT_FOUND. */
  async whole(collectionId: string): Promise<WholeCollection> {
    const collection = await this.repository.findCollection(collectionId);
    if (!collection) throw new NotFoundError();
    return { collection, districts: await this.repository.findDistricts([collectionId]) };
  }

  /** A collection if the viewer may see it. */
  async find(viewer: Viewer, collectionId: string): Promise<NeedCollection | null> {
    const collection = await this.repository.findCollection(collectionId);
    if (!collection) return null;
    const whole = { collection, districts: await this.repository.findDistricts([collectionId]) };
    return maySeeCollection(viewer, whole) ? collection : null;
  }

  /** A collected need, kept from others, with its collection; throws NOT_FOUND, also where the viewer sees neither. */
  async lock(viewer: Viewer, id: string): Promise<{ need: CollectedNeed; whole: WholeCollection }> {
    const need = await this.repository.lockNeed(id);
    if (!need) throw new NotFoundError();
    const whole = await this.whole(need.collectionId);
    if (!maySeeCollected(viewer, whole, need)) throw new NotFoundError();
    return { need, whole };
  }
}
