import { AuditLog } from '@app/audit';
import { DomainEvents } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import {
  organizationChanged,
  organizationClaimDecided,
  organizationClaimed,
  organizationClaimFiled,
} from '../profiles/organization.events.js';
import { OrganizationClaim } from './organization-claim.entity.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

/** Files claims, and records and announces what became of them. */
@Injectable()
export class ClaimRecord {
  constructor(
    private readonly claims: OrganizationClaimsRepository,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Files a claim with its evidence; part of the running transaction. */
  async fileClaim(organizationId: string, claimantId: string, evidence: string): Promise<OrganizationClaim> {
    const claim = OrganizationClaim.file(
      newId(),
      organizationId,
      claimantId,
      evidence.trim(),
      this.clock.now(),
    );
    await this.claims.save(claim);
    await this.events.record(organizationClaimFiled(claim.id, organizationId));
    return claim;
  }

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
