import { AuditLog } from '@app/audit';
import { DomainEvents } from '@app/database';
import { Injectable } from '@nestjs/common';
import {
  organizationChanged,
  organizationClaimDecided,
  organizationClaimed,
} from '../profiles/organization.events.js';
import type { OrganizationClaim } from './organization-claim.entity.js';

/** Tells and records what became of a claim. */
@Injectable()
export class ClaimRecord {
  constructor(
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  /** The profile has an owner now. */
  async approved(claim: OrganizationClaim, staffId: string): Promise<void> {
    const { id, organizationId } = claim;
    await this.events.record(
      organizationClaimDecided(id, organizationId),
      organizationClaimed(organizationId),
      organizationChanged(organizationId),
    );
    await this.log('APPROVE_ORGANIZATION_CLAIM', claim, staffId);
  }

  /** The claimant is turned down. */
  async rejected(claim: OrganizationClaim, staffId: string): Promise<void> {
    await this.events.record(organizationClaimDecided(claim.id, claim.organizationId));
    await this.log('REJECT_ORGANIZATION_CLAIM', claim, staffId);
  }

  private log(action: string, claim: OrganizationClaim, staffId: string): Promise<void> {
    return this.audit.record({
      actorId: staffId,
      action,
      subjectType: 'Organization',
      subjectId: claim.organizationId,
      ids: { claim: claim.id, claimant: claim.claimantId },
    });
  }
}
