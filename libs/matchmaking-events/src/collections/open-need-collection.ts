import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { CollectedNeeds } from './collected-needs.js';
import { CollectionDelegates } from './collection-delegates.js';
import type { CollectionDistrict } from './need-collection.entity.js';
import { OpenNeedCollectionPayload } from './need-collection.results.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** What a bureau asks for, until when, and through whom. */
export interface CollectionPlan extends OwnEvent {
  readonly title: string;
  readonly instructions: string | null;
  readonly deadline: Date;
  readonly districts: readonly Pick<CollectionDistrict, 'name' | 'quota' | 'delegateOrganizationId'>[];
  readonly clientMutationId?: string | null;
}

/** Organizers open a need collection for their event and tell the delegates of the districts. */
@Injectable()
export class OpenNeedCollection {
  constructor(
    private readonly own: OwnEventsService,
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
    private readonly delegates: CollectionDelegates,
    private readonly clientMutations: ClientMutations,
    private readonly unverified: UnverifiedLimits,
    private readonly clock: Clock,
  ) {}

  /** Opens it once for each key; throws DEADLINE_PASSED. */
  async open(viewer: Viewer, plan: CollectionPlan): Promise<OpenNeedCollectionPayload> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { clientMutationId } = plan;
    const key = { actorId: viewer.userId, operation: 'openNeedCollection', clientMutationId };
    const { id } = await this.clientMutations.once(key, () => this.add(viewer, plan));
    const { collection } = await this.collected.whole(id);
    if (collection.organizationId !== plan.organizationId) throw new NotFoundError();
    return new OpenNeedCollectionPayload(collection);
  }

  private async add(viewer: Viewer, plan: CollectionPlan): Promise<string> {
    const event = await this.own.shareEvent(viewer, plan);
    await this.unverified.requireVerified(plan.organizationId);
    const createdAt = this.clock.now();
    if (plan.deadline <= createdAt) throw new BadInputError('DEADLINE_PASSED', {}, ['input.deadline']);
    const { title, instructions, deadline, organizationId } = plan;
    const collection = {
      id: newId(),
      eventId: event.id,
      organizationId,
      title,
      instructions,
      deadline,
      createdAt,
    };
    const districts = plan.districts.map((district, i) => ({
      ...district,
      id: newId(),
      collectionId: collection.id,
      position: i + 1,
    }));
    await this.delegates.mustExist(districts);
    await this.repository.insertCollection(collection, districts);
    await this.delegates.tell(collection, districts, event.title);
    return collection.id;
  }
}
