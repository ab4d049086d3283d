import { AuditLog } from '@app/audit';
import { ClientMutations, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, type Locale, newId, NotFoundError } from '@app/kernel';
import { UnverifiedLimits } from '@app/organizations';
import { NeedWriter, NeedVisibility } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { collectionForm } from './collection-documents.js';
import { CollectionInvitationsService } from './collection-invitations.service.js';
import { CollectedNeed, type CollectedTerms } from './need-collection.entity.js';
import { CollectedNeedState } from './need-collection.enums.js';
import {
  CollectedNeedStateError,
  CollectionClosedError,
  EnterCollectedNeedPayload,
  type EnterCollectedNeedResult,
  InviteForCollectedNeedPayload,
  type InviteForCollectedNeedResult,
  ReviewCollectedNeedPayload,
  type ReviewCollectedNeedResult,
} from './need-collection.graphql.js';
import { allowEntering, allowReviewing, maySeeCollected } from './need-collection.policy.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';
import { NeedCollectionsService, type WholeCollection } from './need-collections.service.js';

/** What a delegate enters for a company of the district. */
export interface CollectedEntry {
  readonly actingOrganizationId: string;
  readonly collectionId: string;
  readonly districtId: string;
  /** The need that is entered again; null for a new one. */
  readonly collectedNeedId: string | null;
  readonly terms: CollectedTerms;
  readonly submit: boolean;
  readonly clientMutationId?: string | null;
}

/** What the bureau decides on a collected need. */
export interface CollectedVerdict {
  readonly id: string;
  readonly actingOrganizationId: string;
  readonly accept: boolean;
  readonly reason: string | null;
}

/** The suppliers that the bureau invites to its event because of a need. */
export interface SupplierInvitation {
  readonly id: string;
  readonly actingOrganizationId: string;
  /** 1 to 3. */
  readonly organizationIds: readonly string[];
}

/** The needs of a collection: districts enter them, the bureau reviews them and invites suppliers for them. */
@Injectable()
export class CollectedNeedsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clientMutations: ClientMutations,
    private readonly collections: NeedCollectionsService,
    private readonly repository: NeedCollectionsRepository,
    private readonly invitations: CollectionInvitationsService,
    private readonly drafting: NeedWriter,
    private readonly unverified: UnverifiedLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Enters a need until the deadline, or again after the bureau has given it back. */
  async enterNeed(viewer: Viewer, entry: CollectedEntry): Promise<EnterCollectedNeedResult> {
    const actorId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const whole = await this.collections.findWholeCollection(entry.collectionId);
      allowEntering(viewer, whole, entry);
      const now = this.clock.now();
      const again =
        entry.collectedNeedId === null ? null : await this.lockEntered(entry, entry.collectedNeedId);
      // What the bureau gave back may be handed in again after the deadline.
      const returned = again?.state === CollectedNeedState.RETURNED;
      if (now >= whole.collection.deadline && !returned) return new CollectionClosedError();
      if (again && !again.withDistrict) return new CollectedNeedStateError(again.state);
      if (again) {
        again.enter(entry.terms, entry.submit, now);
        await this.repository.saveNeed(again);
        return new EnterCollectedNeedPayload(again);
      }
      return new EnterCollectedNeedPayload(await this.insertNeed(actorId, entry, now));
    });
  }

  /**
   * Accepts a need or gives it back to the district. An accepted need becomes a draft of the company, or of the bureau
   * under an alias where the company has no profile; it is by invitation only unless the company lets it be published.
   * The same decision twice changes nothing. Audited.
   */
  reviewNeed(viewer: Viewer, verdict: CollectedVerdict): Promise<ReviewCollectedNeedResult> {
    return this.transactions.run(async () => {
      const { need, whole } = await this.lockNeed(viewer, verdict.id);
      allowReviewing(viewer, whole, verdict.actingOrganizationId);
      const wanted = verdict.accept ? CollectedNeedState.ACCEPTED : CollectedNeedState.RETURNED;
      if (need.state === wanted) return new ReviewCollectedNeedPayload(need);
      if (need.state !== CollectedNeedState.SUBMITTED) return new CollectedNeedStateError(need.state);
      if (verdict.accept) need.accept(await this.draftNeed(need, whole), this.clock.now());
      else need.giveBack(verdict.reason ?? '', this.clock.now());
      await this.repository.saveNeed(need);
      await this.audit.record({
        actorId: viewer.userId,
        action: verdict.accept ? 'COLLECTED_NEED_ACCEPTED' : 'COLLECTED_NEED_RETURNED',
        subjectType: 'CollectedNeed',
        subjectId: need.id,
      });
      return new ReviewCollectedNeedPayload(need);
    });
  }

  /** Invites suppliers to the event for an accepted need; suppliers invited before are not notified again. Audited. */
  inviteSuppliers(viewer: Viewer, invitation: SupplierInvitation): Promise<InviteForCollectedNeedResult> {
    return this.transactions.run(async () => {
      const { need, whole } = await this.lockNeed(viewer, invitation.id);
      allowReviewing(viewer, whole, invitation.actingOrganizationId);
      if (need.state !== CollectedNeedState.ACCEPTED) return new CollectedNeedStateError(need.state);
      await this.unverified.requireVerified(invitation.actingOrganizationId);
      const { organizationIds } = invitation;
      await this.invitations.requireOrganizations(organizationIds);
      const fresh = await this.repository.insertInvitations(need.id, organizationIds, this.clock.now());
      await this.invitations.notifySuppliers(need, whole.collection, fresh);
      const subject = { subjectType: 'CollectedNeed', subjectId: need.id };
      const entry = { actorId: viewer.userId, action: 'SUPPLIER_INVITED_TO_EVENT', ...subject };
      for (const organization of fresh) await this.audit.record({ ...entry, ids: { organization } });
      return new InviteForCollectedNeedPayload(need);
    });
  }

  /** The organizations that were invited because of a collected need; checks no permission. */
  findInvited(collectedNeedId: string): Promise<string[]> {
    return this.repository.findInvited(collectedNeedId);
  }

  /** The page for the company's seal, as HTML; checks no permission. */
  async printForm(collectedNeedId: string, locale: Locale): Promise<string> {
    const need = await this.repository.findNeed(collectedNeedId);
    if (!need) throw new NotFoundError();
    const { collection, districts } = await this.collections.findWholeCollection(need.collectionId);
    const district = districts.find(({ id }) => id === need.districtId);
    if (!district) throw new NotFoundError();
    return collectionForm(need, { collection, district }, locale);
  }

  /** Locks a collected need and reads its collection; throws NOT_FOUND, also where the viewer sees neither. */
  private async lockNeed(
    viewer: Viewer,
    id: string,
  ): Promise<{ need: CollectedNeed; whole: WholeCollection }> {
    const need = await this.repository.lockNeed(id);
    if (!need) throw new NotFoundError();
    const whole = await this.collections.findWholeCollection(need.collectionId);
    if (!maySeeCollected(viewer, whole, need)) throw new NotFoundError();
    return { need, whole };
  }

  private async lockEntered(entry: CollectedEntry, id: string): Promise<CollectedNeed> {
    const need = await this.repository.lockNeed(id);
    if (need?.districtId !== entry.districtId || need.collectionId !== entry.collectionId)
      throw new NotFoundError();
    return need;
  }

  private async insertNeed(actorId: string, entry: CollectedEntry, now: Date): Promise<CollectedNeed> {
    const { clientMutationId, collectionId, districtId } = entry;
    const key = { actorId, operation: 'enterCollectedNeed', clientMutationId };
    const { id } = await this.clientMutations.once(key, async () => {
      const blank = { state: CollectedNeedState.DRAFT, returnReason: null, needId: null, version: 0 };
      const given = { id: newId(), collectionId, districtId, enteredBy: actorId };
      const need = Object.assign(new CollectedNeed(), blank, given, { createdAt: now, updatedAt: now });
      need.enter(entry.terms, entry.submit, now);
      await this.repository.insertNeed(need);
      return need.id;
    });
    const need = await this.repository.findNeed(id);
    if (need?.districtId !== districtId) throw new NotFoundError();
    return need;
  }

  private async draftNeed(need: CollectedNeed, { collection, districts }: WholeCollection): Promise<string> {
    const district = districts.find(({ id }) => id === need.districtId);
    const text = [need.description, need.quantity].filter(Boolean).join('\n');
    const { id } = await this.drafting.addDraft(need.organizationId ?? collection.organizationId, {
      terms: {
        title: need.title,
        kind: need.kind,
        description: text || null,
        alias: need.organizationId ? null : `某企业·${district?.name ?? ''}`,
        visibility: need.public ? NeedVisibility.PUBLIC : NeedVisibility.INVITED_ONLY,
      },
      lines: [{ name: need.title }],
    });
    return id;
  }
}
