import { ClientMutations, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CollectedNeeds } from './collected-needs.js';
import { CollectedNeed, type CollectedTerms } from './need-collection.entity.js';
import { CollectedNeedState } from './need-collection.enums.js';
import { CollectedNeedStateError, CollectionClosedError } from './need-collection.errors.js';
import { allowEntering } from './need-collection.policy.js';
import { EnterCollectedNeedPayload, type EnterCollectedNeedResult } from './need-collection.results.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** What a delegate writes down for a company of the district. */
export interface CollectedEntry {
  readonly actingOrganizationId: string;
  readonly collectionId: string;
  readonly districtId: string;
  /** The need that is written anew; left out, it is a further one. */
  readonly collectedNeedId: string | null;
  readonly terms: CollectedTerms;
  readonly submit: boolean;
  readonly clientMutationId?: string | null;
}

/** Delegates bring in the needs of companies of their district until the deadline, and again what was given back. */
@Injectable()
export class EnterCollectedNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  async enter(viewer: Viewer, entry: CollectedEntry): Promise<EnterCollectedNeedResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    return this.transactions.run(async () => {
      const whole = await this.collected.whole(entry.collectionId);
      allowEntering(viewer, whole, entry);
      const now = this.clock.now();
      const again = entry.collectedNeedId === null ? null : await this.own(entry, entry.collectedNeedId);
      // What the bureau gave back may be handed in again after the deadline.
      const returned = again?.state === CollectedNeedState.RETURNED;
      if (now >= whole.collection.deadline && !returned) return new CollectionClosedError();
      if (again && !again.withDistrict) return new CollectedNeedStateError(again.state);
      if (again) {
        again.enter(entry.terms, entry.submit, now);
        await this.repository.saveNeed(again);
        return new EnterCollectedNeedPayload(again);
      }
      return new EnterCollectedNeedPayload(await this.further(viewer, entry, now));
    });
  }

  private async own(entry: CollectedEntry, id: string): Promise<CollectedNeed> {
    const need = await this.repository.lockNeed(id);
    if (need?.districtId !== entry.districtId || need.collectionId !== entry.collectionId)
      throw new NotFoundError();
    return need;
  }

  private async further(viewer: Viewer, entry: CollectedEntry, now: Date): Promise<CollectedNeed> {
    const { clientMutationId, collectionId, districtId } = entry;
    const key = { actorId: viewer.userId!, operation: 'enterCollectedNeed', clientMutationId };
    const { id } = await this.clientMutations.once(key, async () => {
      const blank = { state: CollectedNeedState.DRAFT, returnReason: null, needId: null, version: 0 };
      const given = { id: newId(), collectionId, districtId, enteredBy: viewer.userId };
      const need = Object.assign(new CollectedNeed(), blank, given, { createdAt: now, updatedAt: now });
      need.enter(entry.terms, entry.submit, now);
      await this.repository.insertNeed(need);
      return need.id;
    });
    const need = await this.repository.findNeed(id);
    if (need?.districtId !== districtId) throw new NotFoundError();
    return need;
  }
}
