import type { Viewer } from '@app/identity';
import { type Connection, type Locale, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CollectedNeeds } from './collected-needs.js';
import { collectionForm } from './collection-form.js';
import type { CollectedNeed } from './need-collection.entity.js';
import { visibleDistricts } from './need-collection.policy.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** Reading what was collected. Whoever holds a collected need was allowed to see it. */
@Injectable()
export class CollectedNeedViews {
  constructor(
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
  ) {}

  /** A page of what the viewer sees of a collection. */
  async page(
    viewer: Viewer,
    collectionId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<CollectedNeed>> {
    const whole = await this.collected.whole(collectionId);
    const districtIds = visibleDistricts(viewer, whole).map(({ id }) => id);
    return this.repository.findNeedPage({ collectionId, districtIds }, wish);
  }

  /** Who was invited because of a collected need. */
  invitedTo(collectedNeedId: string): Promise<string[]> {
    return this.repository.findInvited(collectedNeedId);
  }

  /** The page for the company's seal. */
  async form(collectedNeedId: string, locale: Locale): Promise<string> {
    const need = await this.repository.findNeed(collectedNeedId);
    if (!need) throw new NotFoundError();
    const { collection, districts } = await this.collected.whole(need.collectionId);
    const district = districts.find(({ id }) => id === need.districtId);
    if (!district) throw new NotFoundError();
    return collectionForm(need, { collection, district }, locale);
  }
}
