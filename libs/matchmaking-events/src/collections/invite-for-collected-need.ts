import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { CollectedNeeds } from './collected-needs.js';
import { InvitedSuppliers } from './invited-suppliers.js';
import { CollectedNeedState } from './need-collection.enums.js';
import { CollectedNeedStateError } from './need-collection.errors.js';
import { allowReviewing } from './need-collection.policy.js';
import {
  InviteForCollectedNeedPayload,
  type InviteForCollectedNeedResult,
} from './need-collection.results.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** Whom the bureau wants at its event because of a need. */
export interface SupplierInvitation {
  readonly id: string;
  readonly actingOrganizationId: string;
  /** 1 to 3. */
  readonly organizationIds: readonly string[];
}

/** The bureau invites suppliers to the event for a need that it took over. They learn what is wanted, not by whom. */
@Injectable()
export class InviteForCollectedNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
    private readonly suppliers: InvitedSuppliers,
    private readonly unverified: UnverifiedLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Invites them; who is invited already is told nothing more. */
  invite(viewer: Viewer, invitation: SupplierInvitation): Promise<InviteForCollectedNeedResult> {
    return this.transactions.run(async () => {
      const { need, whole } = await this.collected.lock(viewer, invitation.id);
      allowReviewing(viewer, whole, invitation.actingOrganizationId);
      if (need.state !== CollectedNeedState.ACCEPTED) return new CollectedNeedStateError(need.state);
      await this.unverified.requireVerified(invitation.actingOrganizationId);
      await this.suppliers.mustExist(invitation.organizationIds);
      const fresh = await this.repository.insertInvitations(
        need.id,
        invitation.organizationIds,
        this.clock.now(),
      );
      await this.suppliers.tell(need, whole.collection, fresh);
      const subject = { subjectType: 'CollectedNeed', subjectId: need.id };
      const entry = { actorId: viewer.userId, action: 'SUPPLIER_INVITED_TO_EVENT', ...subject };
      for (const organization of fresh) await this.audit.record({ ...entry, ids: { organization } });
      return new InviteForCollectedNeedPayload(need);
    });
  }
}
