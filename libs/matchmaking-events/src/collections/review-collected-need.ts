import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { NeedDrafting, NeedVisibility } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { CollectedNeeds, type WholeCollection } from './collected-needs.js';
import type { CollectedNeed } from './need-collection.entity.js';
import { CollectedNeedState } from './need-collection.enums.js';
import { CollectedNeedStateError } from './need-collection.errors.js';
import { allowReviewing } from './need-collection.policy.js';
import { ReviewCollectedNeedPayload, type ReviewCollectedNeedResult } from './need-collection.results.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** What the bureau decides on a collected need. */
export interface CollectedVerdict {
  readonly id: string;
  readonly actingOrganizationId: string;
  readonly accept: boolean;
  readonly reason: string | null;
}

/** The bureau takes collected needs over or gives them back to the district; each decision is in the audit log. */
@Injectable()
export class ReviewCollectedNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
    private readonly drafting: NeedDrafting,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A need that is taken over becomes a draft of the company, or of the bureau under an alias where the company has no
   * profile. What the company does not want published is by invitation only. The same decision twice is one.
   */
  review(viewer: Viewer, verdict: CollectedVerdict): Promise<ReviewCollectedNeedResult> {
    return this.transactions.run(async () => {
      const { need, whole } = await this.collected.lock(viewer, verdict.id);
      allowReviewing(viewer, whole, verdict.actingOrganizationId);
      const wanted = verdict.accept ? CollectedNeedState.ACCEPTED : CollectedNeedState.RETURNED;
      if (need.state === wanted) return new ReviewCollectedNeedPayload(need);
      if (need.state !== CollectedNeedState.SUBMITTED) return new CollectedNeedStateError(need.state);
      if (verdict.accept) need.accept(await this.draft(need, whole), this.clock.now());
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

  private async draft(need: CollectedNeed, { collection, districts }: WholeCollection): Promise<string> {
    const district = districts.find(({ id }) => id === need.districtId);
    const text = [need.description, need.quantity].filter(Boolean).join('\n');
    const { id } = await this.drafting.add(need.organizationId ?? collection.organizationId, {
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
