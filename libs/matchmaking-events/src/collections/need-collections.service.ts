import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import {
  BadInputError,
  BatchListLoader,
  BatchLoader,
  Clock,
  type Connection,
  type Locale,
  newId,
  NotFoundError,
} from '@app/kernel';
import { UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import { CollectionInvitationsService } from './collection-invitations.service.js';
import { collectionSheet } from './collection-documents.js';
import type { CollectedNeed, CollectionDistrict, NeedCollection } from './need-collection.entity.js';
import { ExportNeedCollectionPayload, OpenNeedCollectionPayload } from './need-collection.graphql.js';
import {
  allowReviewing,
  type Collected,
  maySeeCollection,
  visibleDistricts,
} from './need-collection.policy.js';
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

/** A collection with its districts. */
export interface WholeCollection extends Collected {
  readonly collection: NeedCollection;
}

/** What a bureau collects, until when, and through which districts. */
interface CollectionPlan extends OwnEvent {
  readonly title: string;
  readonly instructions: string | null;
  readonly deadline: Date;
  readonly districts: readonly Pick<CollectionDistrict, 'name' | 'quota' | 'delegateOrganizationId'>[];
  readonly clientMutationId?: string | null;
}

/** Collections of needs for events: opening them, reading them, exporting them. */
@Injectable()
export class NeedCollectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly own: OwnEventsService,
    private readonly repository: NeedCollectionsRepository,
    private readonly invitations: CollectionInvitationsService,
    private readonly unverified: UnverifiedLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A collection if the viewer may see it. */
  async findCollection(viewer: Viewer, collectionId: string): Promise<NeedCollection | null> {
    const collection = await this.repository.findCollection(collectionId);
    if (!collection) return null;
    const districts = await this.repository.findDistricts([collectionId]);
    return maySeeCollection(viewer, { collection, districts }) ? collection : null;
  }

  /** A collection with its districts; checks no permission. Throws NOT_FOUND. */
  async findWholeCollection(collectionId: string): Promise<WholeCollection> {
    const collection = await this.repository.findCollection(collectionId);
    if (!collection) throw new NotFoundError();
    return { collection, districts: await this.repository.findDistricts([collectionId]) };
  }

  /** A page of the collected needs that the viewer sees. */
  async findNeedPage(
    viewer: Viewer,
    collectionId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<CollectedNeed>> {
    const whole = await this.findWholeCollection(collectionId);
    const districtIds = visibleDistricts(viewer, whole).map(({ id }) => id);
    return this.repository.findNeedPage({ collectionId, districtIds }, wish);
  }

  /** Opens a collection, once for each client mutation, and notifies the delegates; throws DEADLINE_PASSED. */
  openCollection(viewer: Viewer, plan: CollectionPlan): Promise<OpenNeedCollectionPayload> {
    return this.runner.runCreation<OpenNeedCollectionPayload>(viewer, {
      operation: 'openNeedCollection',
      clientMutationId: plan.clientMutationId,
      create: () => this.insertCollection(viewer, plan),
      present: async (id) => {
        const { collection } = await this.findWholeCollection(id);
        if (collection.organizationId !== plan.organizationId) throw new NotFoundError();
        return new OpenNeedCollectionPayload(collection);
      },
    });
  }

  /** The whole collection as a table in the reader's language. Audited. */
  async exportCollection(
    viewer: Viewer,
    { collectionId, actingOrganizationId }: { collectionId: string; actingOrganizationId: string },
    locale: Locale,
  ): Promise<ExportNeedCollectionPayload> {
    const { whole, needs } = await this.transactions.run(async () => {
      const whole = await this.findWholeCollection(collectionId);
      allowReviewing(viewer, whole, actingOrganizationId);
      const needs = await this.repository.findNeeds(collectionId);
      const subject = { subjectType: 'NeedCollection', subjectId: collectionId };
      await this.audit.record({ actorId: viewer.userId, action: 'EXPORTED_NEED_COLLECTION', ...subject });
      return { whole, needs };
    });
    const sheet = await collectionSheet(whole.districts, needs, locale);
    const name = whole.collection.title.replace(/[\\/:*?"<>|\s]+/g, '_');
    return Object.assign(new ExportNeedCollectionPayload(), {
      fileName: `${name}.xlsx`,
      base64: sheet.toString('base64'),
    });
  }

  private async insertCollection(viewer: Viewer, plan: CollectionPlan): Promise<string> {
    const event = await this.own.shareEvent(viewer, plan);
    await this.unverified.requireVerified(plan.organizationId);
    const createdAt = this.clock.now();
    if (plan.deadline <= createdAt) throw new BadInputError('DEADLINE_PASSED', {}, ['input.deadline']);
    const { title, instructions, deadline, organizationId } = plan;
    const terms = { title, instructions, deadline };
    const collection = { id: newId(), eventId: event.id, organizationId, ...terms, createdAt };
    const districts = plan.districts.map((district, i) => ({
      ...district,
      id: newId(),
      collectionId: collection.id,
      position: i + 1,
    }));
    const delegates = districts.map(({ delegateOrganizationId }) => delegateOrganizationId);
    await this.invitations.requireOrganizations(delegates);
    await this.repository.insertCollection(collection, districts);
    await this.invitations.notifyDelegates(collection, delegates, event.title);
    return collection.id;
  }
}
